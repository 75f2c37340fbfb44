export type SlotValue = string | number | boolean | null;
export interface DialogState {
  readonly dialog: string;
  readonly version: number;
  readonly answers: readonly { readonly step: string; readonly value: SlotValue; readonly from: string }[];
}

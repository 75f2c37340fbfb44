import { ref } from "vue";

const REPEAT_MS = 60_000;
const KEPT = "desk-sound";
const NAME = "工作台";

export const soundOn = ref(localStorage.getItem(KEPT) !== "off");
let waitingBefore = 0;
let rangAt = 0;
let audio: AudioContext | undefined;

export function setSound(on: boolean): void {
  soundOn.value = on;
  localStorage.setItem(KEPT, on ? "on" : "off");
  if (on) ring();
}

/** The number waiting is in the title; a tone when it grows, and every minute until somebody has taken them. */
export function heedWaiting(waiting: number, now: number): void {
  document.title = waiting === 0 ? NAME : `(${waiting}) ${NAME}`;
  if (waiting > waitingBefore || (waiting > 0 && now - rangAt >= REPEAT_MS)) {
    rangAt = now;
    if (soundOn.value) ring();
  }
  waitingBefore = waiting;
}

/** Browsers give no sound before the page has been pressed; then it stays at the title. */
function ring(): void {
  audio ??= new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = 660;
  volume.gain.setValueAtTime(0.08, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.5);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.5);
}

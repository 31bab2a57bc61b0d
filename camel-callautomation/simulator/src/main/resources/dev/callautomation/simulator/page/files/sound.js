// Ringing and keys, made with Web Audio; prompts with the browser's own voice.

const KEYS = '123A456B789C*0#D';
const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477, 1633];
const stored = name => localStorage.getItem(name);

let context;
let muted = stored('simulator.muted') === 'true';
let speaking = stored('simulator.speaking') === 'true';
let ringing = false;
let timer;

function audio() {
  if (!context && window.AudioContext) {
    context = new AudioContext();
  }
  context?.resume();
  return context;
}

function sound(frequencies, seconds, volume) {
  const output = audio();
  if (!output || muted) {
    return;
  }
  const gain = output.createGain();
  const end = output.currentTime + seconds;
  gain.gain.setValueAtTime(volume, output.currentTime);
  gain.gain.setValueAtTime(volume, Math.max(output.currentTime, end - 0.02));
  gain.gain.linearRampToValueAtTime(0, end);
  gain.connect(output.destination);
  for (const frequency of frequencies) {
    const tone = output.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(gain);
    tone.start();
    tone.stop(end);
  }
}

/** The two tones of a key. */
export function playKey(key) {
  const index = KEYS.indexOf(key);
  if (index >= 0) {
    sound([ROWS[index >> 2], COLUMNS[index & 3]], 0.15, 0.08);
  }
}

function ring() {
  sound([440, 480], 1, 0.06);
  timer = setTimeout(ring, 3000);
}

/** Rings as long as a phone does. */
export function setRinging(wanted) {
  if (wanted !== ringing) {
    ringing = wanted;
    clearTimeout(timer);
    if (ringing) {
      ring();
    }
  }
}

/** Reads a prompt aloud when the user has switched that on. */
export function speak(words) {
  if (speaking && canSpeak()) {
    speechSynthesis.speak(new SpeechSynthesisUtterance(words));
  }
}

export function canSpeak() {
  return 'speechSynthesis' in window;
}

function toggle(button, isOn, set) {
  button.setAttribute('aria-pressed', String(isOn()));
  button.addEventListener('click', () => {
    set(!isOn());
    button.setAttribute('aria-pressed', String(isOn()));
  });
}

export function connectSwitches(soundButton, speechButton) {
  toggle(soundButton, () => !muted, on => {
    muted = !on;
    localStorage.setItem('simulator.muted', String(muted));
    audio();
  });
  speechButton.hidden = !canSpeak();
  toggle(speechButton, () => speaking, on => {
    speaking = on;
    localStorage.setItem('simulator.speaking', String(on));
    if (!on && canSpeak()) {
      speechSynthesis.cancel();
    }
  });
}

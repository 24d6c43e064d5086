#!/usr/bin/env python3
"""Ends the program by signals while it writes, and looks at what it leaves.

usage: signal_check.py SIGNAL TRIALS OUT COMMAND...   (OUT: the folder that COMMAND writes to)
       signal_check.py ignored SIGNAL OUT COMMAND...  (the signal is ignored, as under nohup)

Each trial waits until something lies in OUT, then a little longer, another while each time. The program
must end by the signal, with nothing of this run in OUT but whole sets of files; it prints what is wrong.
"""
import os
import shutil
import signal
import subprocess
import sys
import time


def start(command, number, action):
    """The command with the signal NUMBER as ACTION has it, whatever this process was started with."""
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                            preexec_fn=lambda: signal.signal(number, action))


def wait_for_files(process, out):
    while process.poll() is None:
        if os.path.isdir(out) and os.listdir(out):
            return
        time.sleep(0.0005)


def hidden(out):
    return [name for name in os.listdir(out) if name.startswith(".")] if os.path.isdir(out) else []


def trial(command, out, number, delay):
    """What is wrong after one trial, and whether the signal came in time."""
    shutil.rmtree(out, ignore_errors=True)
    process = start(command, number, signal.SIG_DFL)
    wait_for_files(process, out)
    time.sleep(delay)
    process.send_signal(number)
    status = process.wait()
    faults = []
    if status not in (0, -number):
        faults.append(f"status {status} after signal {number}")
    if hidden(out):
        faults.append(f"left after {delay:.4f} s: {hidden(out)}")
    stems = {}
    for name in os.listdir(out) if os.path.isdir(out) else []:
        stems.setdefault(name.split(".")[0], []).append(name)
    sizes = {len(names) for stem, names in stems.items() if stem}
    if len(sizes) > 1:
        faults.append(f"half a set of files: {stems}")
    return faults, status == -number


def ignored(number, out, command):
    shutil.rmtree(out, ignore_errors=True)
    process = start(command, number, signal.SIG_IGN)
    wait_for_files(process, out)
    process.send_signal(number)
    status = process.wait()
    return [] if status == 0 and not hidden(out) else [f"ignored signal: status {status}, {os.listdir(out)}"]


def main():
    if sys.argv[1] == "ignored":
        faults = ignored(signal.Signals["SIG" + sys.argv[2]], sys.argv[3], sys.argv[4:])
        print("\n".join(faults))
        return bool(faults)
    number, trials = signal.Signals["SIG" + sys.argv[1]], int(sys.argv[2])
    faults, in_time = [], 0
    for i in range(trials):
        wrong, hit = trial(sys.argv[4:], sys.argv[3], number, i * 0.04 / trials)
        faults += wrong
        in_time += hit
    if in_time < trials // 2:
        faults.append(f"only {in_time} of {trials} signals came in time: nothing is shown by this")
    print("\n".join(faults))
    return bool(faults)


sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Indexes many captures on Apache Spark and leaves one index, or a folder of shards.

    spark-submit sweepscope_spark.py --work /shared/work -o day.sweepscope '/captures/2024-08-11*.pcap.gz'

Every capture is indexed by a task of its own (`sweepscope-cli index`); then the parts are merged by
source: shard K of N in tasks of its own, a few parts at a time, until each shard is one file
(`sweepscope-cli merge --shard K/N`). No task holds more than a few segments of one shard in memory.

What a task writes gets its name only when it is whole, and the name says what it was made of. So a
task that is killed and run again changes nothing, and a run that died goes on where it was when it
is started again with the same --work folder. A capture that cannot be read is listed in the end and
left out. docs/cluster.md has the rest.
"""

import argparse
import glob
import hashlib
import json
import os
import shlex
import subprocess
import sys
import tempfile
import threading
import time

# What sweepscope-cli leaves with (app/exit_code.h).
COMPLETE, CANNOT_DO, INCOMPLETE = 0, 2, 3


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("captures", nargs="+", metavar="CAPTURE",
                        help="files or globs: local, NFS, hdfs://, s3a:// as Spark sees them")
    parser.add_argument("-o", "--output", required=True,
                        help="the index; a name that ends in '/' gets a folder of shards")
    parser.add_argument("--work", required=True,
                        help="folder that every worker sees under this name; keeps the parts")
    parser.add_argument("--shards", type=int, default=1, metavar="N",
                        help="parts that sources are split into for merging, 1 to 64")
    parser.add_argument("--fan-in", type=int, default=12, metavar="N",
                        help="parts that one merge takes")
    parser.add_argument("--cli", default="sweepscope-cli", help="the program, on every worker")
    parser.add_argument("--index-options", default="", metavar="TEXT",
                        help="for index, in one word: --index-options='--telescope 192.0.2.0/24'")
    parser.add_argument("--fetch", default="hadoop fs -get", metavar="COMMAND",
                        help="copies a remote capture to a local file: COMMAND URL FILE")
    parser.add_argument("--master", help="Spark master; spark-submit gives its own")
    arguments = parser.parse_args()
    if not 1 <= arguments.shards <= 64 or arguments.fan_in < 2:
        parser.error("--shards must be 1 to 64 and --fan-in at least 2")
    return arguments


def is_remote(path):
    return "://" in path and not path.startswith("file://")


def list_captures(spark, patterns):
    """(path, size) of every capture, sorted. The size tells a part of a capture that has grown."""
    found = {}
    for pattern in patterns:
        if is_remote(pattern):
            jvm_path = spark._jvm.org.apache.hadoop.fs.Path(pattern)
            system = jvm_path.getFileSystem(spark._jsc.hadoopConfiguration())
            matches = [(str(each.getPath()), each.getLen())
                       for each in system.globStatus(jvm_path) or [] if each.isFile()]
        else:
            local = pattern[len("file://"):] if pattern.startswith("file://") else pattern
            matches = [(path, os.path.getsize(path))
                       for path in glob.glob(local, recursive=True) if os.path.isfile(path)]
        if not matches:
            sys.exit(f"sweepscope_spark: {pattern}: no such capture")
        found.update(matches)
    return sorted(found.items())


def name_of(*parts):
    """A short name that stands for these words."""
    return hashlib.sha256("\0".join(str(part) for part in parts).encode()).hexdigest()[:24]


def run_cli(command):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, check=False)
    return done.returncode, done.stderr.decode(errors="replace").strip()


class Plan:
    """What tasks need to know; small, and sent to each."""

    def __init__(self, arguments):
        self.cli = arguments.cli
        self.work = arguments.work
        self.options = shlex.split(arguments.index_options)
        self.fetch = shlex.split(arguments.fetch)
        self.shards = arguments.shards

    def file(self, *words):
        return os.path.join(self.work, name_of(*words) + ".sweepscope")

    def index(self, capture):
        """Gives (path, part or None, message)."""
        path, size = capture
        part = self.file("part", path, size, *self.options)
        if os.path.exists(part):
            return path, part, ""
        command = [self.cli, "index", "--quiet", "--compact", "--no-report", "--threads", "1", *self.options]
        if not is_remote(path):
            return self.finish_index(path, part, [*command, "-o", part, path])
        with tempfile.TemporaryDirectory(prefix="sweepscope-") as folder:
            local = os.path.join(folder, os.path.basename(path))
            fetched, message = run_cli([*self.fetch, path, local])
            if fetched != 0:
                raise RuntimeError(f"{path}: cannot be fetched: {message}")
            return self.finish_index(path, part, [*command, "--name", path, "-o", part, local])

    @staticmethod
    def finish_index(path, part, command):
        code, message = run_cli(command)
        if code in (COMPLETE, INCOMPLETE):
            return path, part, "" if code == COMPLETE else "cut short; what is whole was read"
        if code == CANNOT_DO and os.path.isdir(os.path.dirname(part)):
            return path, None, message
        # Killed, interrupted, not installed: Spark runs the task again, perhaps elsewhere.
        raise RuntimeError(f"{path}: exit code {code}: {message}")

    def merge(self, job):
        """Merges some files into one; `shard` is "K/N" for the first step, then None."""
        target, files, shard = job
        if not os.path.exists(target):
            command = [self.cli, "merge", "--quiet", "--compact", "--threads", "1", "-o", target]
            if shard:
                command += ["--shard", shard]
            code, message = run_cli([*command, *files])
            if code not in (COMPLETE, INCOMPLETE):
                raise RuntimeError(f"merge of {len(files)} parts: exit code {code}: {message}")
        return target


class Progress:
    """Says every few seconds how many tasks of a step are done."""

    def __init__(self, spark, what, total):
        self.tracker, self.what, self.total = spark.statusTracker(), what, total
        self.end = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)

    def __enter__(self):
        self.began = time.monotonic()
        self.thread.start()

    def __exit__(self, kind, *_):
        self.end.set()
        self.thread.join()
        if kind is None:
            print(f"{self.what}: {self.total} done in {time.monotonic() - self.began:.0f} s",
                  flush=True)

    def watch(self):
        while not self.end.wait(5):
            for stage in self.tracker.getActiveStageIds():
                info = self.tracker.getStageInfo(stage)
                if info:
                    print(f"{self.what}: {info.numCompletedTasks} of {info.numTasks}", flush=True)


def run_tasks(spark, what, jobs, task):
    """One task a job; results in the order of the jobs."""
    with Progress(spark, what, len(jobs)):
        return spark.parallelize(jobs, max(len(jobs), 1)).map(task).collect()


def merge_tree(spark, plan, parts, fan_in):
    """Merges parts, shard by shard, a few at a time; gives the file of each shard."""
    shards = {number: parts for number in range(1, plan.shards + 1)}
    step = 0
    while step == 0 or any(len(files) > 1 for files in shards.values()):
        step += 1
        jobs, owners = [], []
        for number, files in shards.items():
            shard = f"{number}/{plan.shards}" if step == 1 and plan.shards > 1 else None
            for begin in range(0, len(files), fan_in):
                some = files[begin:begin + fan_in]
                jobs.append((plan.file("merge", number, plan.shards, *some), some, shard))
                owners.append(number)
        merged = run_tasks(spark, f"merge, step {step}", jobs, plan.merge)
        shards = {number: [target for owner, target in zip(owners, merged) if owner == number]
                  for number in shards}
    return [files[0] for files in shards.values()]


def deliver(plan, shards, output):
    """The result under its name: one index, or a folder of shards. Leaves what merge left with."""
    if not output.endswith("/"):
        return run_cli([plan.cli, "merge", "--quiet", "-o", output, *shards])
    os.makedirs(output, exist_ok=True)
    for number, shard in enumerate(shards, 1):
        target = os.path.join(output, f"shard-{number:02}-of-{len(shards):02}.sweepscope")
        code, message = run_cli([plan.cli, "merge", "--quiet", "-o", target, shard])
        if code not in (COMPLETE, INCOMPLETE):
            return code, message
    return COMPLETE, ""


def main():
    arguments = parse_arguments()
    from pyspark import SparkConf, SparkContext
    conf = SparkConf().setAppName("sweepscope")
    if arguments.master:
        conf.setMaster(arguments.master)
    spark = SparkContext(conf=conf)
    spark.setLogLevel("ERROR")
    plan = Plan(arguments)
    os.makedirs(arguments.work, exist_ok=True)
    began = time.monotonic()
    captures = list_captures(spark, arguments.captures)
    there = sum(os.path.exists(plan.file("part", *each, *plan.options)) for each in captures)
    print(f"{len(captures)} captures, {sum(size for _, size in captures):,} bytes; "
          f"{there} parts are there already", flush=True)
    results = run_tasks(spark, "index", captures, plan.index)
    parts = [part for _, part, _ in results if part]
    noted = [(path, message) for path, part, message in results if message or not part]
    code, message = CANNOT_DO, "no capture could be read"
    if parts:
        shards = merge_tree(spark, plan, parts, arguments.fan_in)
        code, message = deliver(plan, shards, arguments.output)
    spark.stop()
    for path, why in noted:
        print(f"note: {path}: {why}")
    with open(os.path.join(arguments.work, "notes.json"), "w", encoding="utf-8") as file:
        json.dump([{"capture": path, "note": why} for path, why in noted], file, indent=1)
    if code not in (COMPLETE, INCOMPLETE):
        sys.exit(f"sweepscope_spark: {message}")
    print(f"{len(parts)} of {len(captures)} captures in {arguments.output}, "
          f"{time.monotonic() - began:.0f} s")
    sys.exit(INCOMPLETE if noted or code == INCOMPLETE else COMPLETE)


if __name__ == "__main__":
    main()

#!/bin/sh
# report.sh STUDENTS.csv REPORT.csv [WAYS]: CsvReport as a command line of its own. It starts from an archive of classes, which
# the first call leaves in target, works with the compiler that is ready first, and keeps to a heap of 64 MB.
set -eu
target=$(cd "$(dirname "$0")" && pwd)/target
path=$(printf '%s:' "$target"/waymark-benchmarks-*.jar "$target"/lib/waymark-*.jar "$target"/lib/commons-*.jar)
archive=$target/report.jsa
if [ ! -f "$archive" ]; then
  head -n 20000 "$1" >"$target/first-rows.csv"
  java -XX:ArchiveClassesAtExit="$archive" -XX:+UseSerialGC -Xlog:disable -cp "$path" \
    org.waymark.benchmarks.CsvReport "$target/first-rows.csv" "$target/first-rows-report.csv" "${3:-2}" >/dev/null
fi
exec java -XX:SharedArchiveFile="$archive" -Xlog:disable -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -cp "$path" \
  org.waymark.benchmarks.CsvReport "$1" "$2" "${3:-2}"

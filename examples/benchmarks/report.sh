#!/bin/sh
# report.sh STUDENTS.csv REPORT.csv [WAYS]: CsvReport as a command line of its own. It starts from an archive of classes, which
# the first call leaves in target, works with the compiler that is ready first, and keeps to a heap of 64 MB. Of a file of
# more than 300 MB the few methods that take most of the time are worth the second compiler, but no other is.
set -eu
target=$(cd "$(dirname "$0")" && pwd)/target
path=$(printf '%s:' "$target"/waymark-benchmarks-*.jar "$target"/lib/waymark-*.jar "$target"/lib/commons-*.jar)
archive=$target/report.jsa
if [ ! -f "$archive" ]; then
  head -n 20000 "$1" >"$target/first-rows.csv"
  java -XX:ArchiveClassesAtExit="$archive" -XX:+UseSerialGC -Xlog:disable -cp "$path" \
    org.waymark.benchmarks.CsvReport "$target/first-rows.csv" "$target/first-rows-report.csv" "${3:-2}" >/dev/null
fi
if [ "$(wc -c <"$1")" -gt 300000000 ]; then
  compilers='-XX:Tier4BackEdgeThreshold=300000 -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=30000
    -XX:Tier4CompileThreshold=80000'
else
  compilers=-XX:TieredStopAtLevel=1
fi
# shellcheck disable=SC2086
exec java -XX:SharedArchiveFile="$archive" -Xlog:disable $compilers -XX:+UseSerialGC -Xmx64m -cp "$path" \
  org.waymark.benchmarks.CsvReport "$1" "$2" "${3:-2}"

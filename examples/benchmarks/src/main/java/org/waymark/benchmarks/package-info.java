/**
 * How fast Waymark is, measured against peers in the same run. Start with {@link org.waymark.benchmarks.CsvReport}, a whole
 * program from a file of students to a report; {@link org.waymark.benchmarks.KernelBenchmark} looks inside. README.md beside
 * the module says the commands and what came out.
 */
@NullMarked
package org.waymark.benchmarks;

import org.jspecify.annotations.NullMarked;

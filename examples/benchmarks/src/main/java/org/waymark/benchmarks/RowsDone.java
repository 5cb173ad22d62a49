package org.waymark.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Rows that were read or written, given by JMH per second beside the runs of a benchmark. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class RowsDone {
    /** So many rows. */
    public long rows;
}

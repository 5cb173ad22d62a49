package org.waymark.metrics.decomposition;

/** What must be said beside every decomposition. */
final class Words {
    /** Of mixes of strata, and of what people bring. */
    static final String COMPOSITION =
            "Composition is arithmetic, not justification: who stands in which stratum may itself be"
                    + " the result of unequal chances, and a different mix does not make a gap fair.";

    /** Of stages of a pipeline. */
    static final String STAGES =
            "This says where the groups part, not why: what happens before a stage shapes who comes to it.";

    private Words() {}
}

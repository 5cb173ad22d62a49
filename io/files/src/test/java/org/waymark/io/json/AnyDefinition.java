package org.waymark.io.json;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.waymark.core.indicator.CohortDefinition;
import org.waymark.core.indicator.Faces;
import org.waymark.core.indicator.Indicator;
import org.waymark.core.indicator.Question;
import org.waymark.core.schema.Axis;
import org.waymark.core.schema.Condition;
import org.waymark.core.schema.Hierarchy;
import org.waymark.core.schema.Scheme;
import org.waymark.core.schema.Window;

/** Gives its properties any definition of each kind. */
abstract class AnyDefinition {
    @Provide
    Arbitrary<Condition> conditions() {
        return Definitions.conditions();
    }

    @Provide
    Arbitrary<Window> windows() {
        return Definitions.windows();
    }

    @Provide
    Arbitrary<Axis> axes() {
        return Definitions.axes();
    }

    @Provide
    Arbitrary<Scheme> schemes() {
        return Definitions.schemes();
    }

    @Provide
    Arbitrary<Indicator> indicators() {
        return Definitions.indicators();
    }

    @Provide
    Arbitrary<CohortDefinition> cohorts() {
        return Definitions.cohorts();
    }

    @Provide
    Arbitrary<Faces> faces() {
        return Definitions.faces();
    }

    @Provide
    Arbitrary<Question> questions() {
        return Definitions.questions();
    }

    @Provide
    Arbitrary<Hierarchy> hierarchies() {
        return Definitions.hierarchies();
    }
}

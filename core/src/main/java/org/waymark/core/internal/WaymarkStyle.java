package org.waymark.core.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** How values are generated: users see the abstract class and its nested builder, never a generated name. */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        get = "*",
        depluralize = true,
        // None of Immutables' own annotations in the jar: a user who compiles with -Xlint:all would be warned of each.
        allowedClasspathAnnotations = {Override.class})
public @interface WaymarkStyle {}

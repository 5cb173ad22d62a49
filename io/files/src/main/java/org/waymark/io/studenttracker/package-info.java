/**
 * The detail file that StudentTracker of the National Student Clearinghouse returns: who was found at a college, in which
 * terms, and with which degrees. Start with {@link org.waymark.io.studenttracker.StudentTracker}.
 */
@NullMarked
package org.waymark.io.studenttracker;

import org.jspecify.annotations.NullMarked;

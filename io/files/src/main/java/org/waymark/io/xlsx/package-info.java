/** Workbooks for those who open tables in a spreadsheet. Start with {@link org.waymark.io.xlsx.Xlsx}. */
@NullMarked
package org.waymark.io.xlsx;

import org.jspecify.annotations.NullMarked;

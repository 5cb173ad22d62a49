package org.waymark.io.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Packs a workbook again so that nothing in it tells when it was made: the same tables give the same bytes. */
final class Repacked {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String HOUR = "<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\\1>";

    private Repacked() {}

    static void write(Path book, OutputStream out) throws IOException {
        try (ZipFile from = new ZipFile(book.toFile())) {
            ZipOutputStream to = new ZipOutputStream(out);
            for (ZipEntry part : Collections.list(from.entries())) {
                ZipEntry same = new ZipEntry(part.getName());
                same.setTimeLocal(NO_TIME);
                to.putNextEntry(same);
                try (InputStream content = from.getInputStream(part)) {
                    if (part.getName().startsWith("docProps/")) {
                        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                        to.write(text.replaceAll(HOUR, "").getBytes(StandardCharsets.UTF_8));
                    } else {
                        content.transferTo(to);
                    }
                }
                to.closeEntry();
            }
            to.finish();
        }
    }
}

package org.waymark.examples;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.core.publication.Ledger;
import org.waymark.io.json.FileLedger;

/** A ledger in a file keeps what every ledger keeps. */
class FileLedgerContractTest extends LedgerContract {
    @TempDir
    Path folder = Path.of("");

    @Override
    Ledger open() {
        return FileLedger.at(folder.resolve("ledger.jsonl"));
    }
}

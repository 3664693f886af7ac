package tacit.evidence.ingest;

import java.nio.file.Path;

/**
 * A file that is to be read.
 *
 * @param path as the caller gave it, or below a folder that the caller gave
 * @param named whether the caller named the file itself and not a folder around it
 */
record FoundFile(Path path, boolean named) {}

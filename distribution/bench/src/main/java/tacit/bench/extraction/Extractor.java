package tacit.bench.extraction;

import java.util.List;

/** Keeps what a sentence says. */
interface Extractor {

    List<Label> read(String text);
}

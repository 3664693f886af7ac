package tacit.surface.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/**
 * A line that somebody typed, and where its answer goes.
 *
 * @param scope for whom
 * @param directory where files are named from
 * @param page which part of a long answer is wanted
 * @param words what stands behind the verb, with options that are the verb's own
 * @param printer writes the answer
 * @param json whether as JSON
 */
record Line(Scope scope, Path directory, PageRequest page, List<String> words, Printer printer, boolean json) {

    Line {
        words = List.copyOf(words);
    }

    /** Whoever types at the host sees what the user may see who is named. */
    Audience audience() {
        return Audience.ofUser(scope.userId());
    }

    /** The same behind a further verb. */
    Line rest() {
        return new Line(scope, directory, page, words.subList(1, words.size()), printer, json);
    }

    void answer(Rows rows) {
        printer.print(rows, json);
    }

    void answer(Map<String, @Nullable Object> thing) {
        printer.print(thing, json);
    }
}

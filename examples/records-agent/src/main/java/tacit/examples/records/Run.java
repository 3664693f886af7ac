package tacit.examples.records;

import java.time.Instant;
import java.util.List;

/**
 * One task, done once.
 *
 * @param task what was asked
 * @param trial which repeat, from 0
 * @param context what the agent was told
 * @param used the parts of it that the agent went by
 * @param startedAt when it began
 * @param steps what it did, in order
 * @param answer what it said in the end
 * @param solved whether that is right
 * @param endedAt when it said so
 */
record Run(
        Task task,
        int trial,
        Context context,
        List<Context.Piece> used,
        Instant startedAt,
        List<Step> steps,
        String answer,
        boolean solved,
        Instant endedAt) {

    Run {
        used = List.copyOf(used);
        steps = List.copyOf(steps);
    }

    /** The memories that the agent was shown. */
    List<String> shown() {
        return memories(context.pieces(), "");
    }

    /** Those that it went by; of one source only, where it is named. */
    List<String> used(String source) {
        return memories(used, source);
    }

    private static List<String> memories(List<Context.Piece> pieces, String source) {
        return pieces.stream()
                .filter(piece -> source.isEmpty() || piece.source().equals(source))
                .flatMap(piece -> piece.memories().stream())
                .distinct()
                .toList();
    }
}

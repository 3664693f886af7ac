package tacit.learn.clusters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts long lists of keys into parts that one statement takes. */
final class Chunks {

    private static final int SIZE = 400;

    private Chunks() {}

    static List<List<String>> of(Collection<String> keys) {
        List<String> all = List.copyOf(keys);
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SIZE) {
            chunks.add(all.subList(from, Math.min(from + SIZE, all.size())));
        }
        return chunks;
    }

    static String marks(List<String> keys) {
        return String.join(", ", Collections.nCopies(keys.size(), "?"));
    }

    static @Nullable Object[] parameters(String first, List<String> keys) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(first);
        parameters.addAll(keys);
        return parameters.toArray();
    }
}

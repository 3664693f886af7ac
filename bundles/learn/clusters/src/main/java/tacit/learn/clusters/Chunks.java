package tacit.learn.clusters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts long lists of keys into parts that one statement takes. */
final class Chunks {

    private static final int SIZE = 20;

    private Chunks() {}

    static List<List<String>> of(Collection<String> keys) {
        List<String> all = List.copyOf(keys);
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SIZE) {
            chunks.add(all.subList(from, Math.min(from + SIZE, all.size())));
        }
        return chunks;
    }

    /** The same look-up by key, once per key: HSQLDB would answer IN by reading every row of the workspace. */
    static String lookUps(String byKey, List<String> keys) {
        return String.join(" UNION ALL ", Collections.nCopies(keys.size(), byKey));
    }

    /** The parameters of {@link #lookUps}: workspace and key of each. */
    static @Nullable Object[] parameters(String workspace, List<String> keys) {
        List<@Nullable Object> parameters = new ArrayList<>();
        for (String key : keys) {
            parameters.add(workspace);
            parameters.add(key);
        }
        return parameters.toArray();
    }
}

package tacit.memory.index;

import java.io.IOException;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** How much words tell in a workspace: rare ones more. Other workspaces have no part in it. */
final class Rarity {

    private Rarity() {}

    /** What a row says of a word of its workspace; of no word that it is there at all. */
    static String mark(String workspace, String word) {
        return workspace + '\n' + word;
    }

    static SortedMap<String, Double> weights(IndexReader reader, String workspace, Collection<String> words)
            throws IOException {
        int documents = Math.max(1, holding(reader, workspace, ""));
        SortedMap<String, Double> weights = new TreeMap<>();
        for (String word : words) {
            int holding = Math.min(documents, holding(reader, workspace, word));
            weights.put(word, Math.log(1 + (documents - holding + 0.5) / (holding + 0.5)));
        }
        return weights;
    }

    private static int holding(IndexReader reader, String workspace, String word) throws IOException {
        return reader.docFreq(new Term(Fields.RARITY, mark(workspace, word)));
    }
}

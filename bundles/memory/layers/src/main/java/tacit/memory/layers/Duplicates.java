package tacit.memory.layers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds pieces that say what another one says. Confined to one call. */
final class Duplicates {

    // How to answer is never cut for what is known. What may instruct comes first: a foreign text must not be able to
    // take a user's words out of their lane
    private static final Comparator<Piece> SURER = Comparator.comparing(
                    (Piece piece) -> !piece.section().saysHow())
            .thenComparing(piece -> !piece.fragment().lane().mayInstruct())
            .thenComparingDouble(piece -> -piece.fragment().confidence())
            .thenComparing(piece -> piece.fragment().updatedAt(), Comparator.reverseOrder())
            .thenComparing(Piece.WORTH);

    private final Map<String, Piece> said = new HashMap<>();
    private final Map<Set<String>, Piece> made = new HashMap<>();
    private final Map<Piece, Piece> same = new HashMap<>();

    /** Of several pieces of one fact the surest counts, then the newest. */
    Duplicates(List<Piece> pieces) {
        List<Piece> surest = new ArrayList<>(pieces);
        surest.sort(SURER);
        surest.forEach(this::add);
    }

    private void add(Piece piece) {
        String key = Said.key(piece.fragment().text());
        Set<String> memories = new HashSet<>(piece.fragment().memoryIds());
        Piece twin = said.get(key);
        if (twin == null && !memories.isEmpty()) {
            twin = made.get(memories);
        }
        if (twin != null) {
            same.put(piece, twin);
            return;
        }
        said.put(key, piece);
        if (!memories.isEmpty()) {
            made.put(memories, piece);
        }
    }

    /** Whether another piece stands for this one. */
    boolean repeats(Piece piece) {
        return same.containsKey(piece);
    }

    /** Why a piece that repeats another one is left out. */
    String reason(Piece piece) {
        Piece twin = same.getOrDefault(piece, piece);
        return "It says what '" + twin.fragment().key() + "' of "
                + twin.fragment().source() + " says";
    }
}

package tacit.memory.sentences;

import java.util.List;

/** What a text says, each part in the order in which it was said. Immutable. */
public record Extraction(List<Claim> claims, List<Commitment> commitments, List<Correction> corrections) {

    public Extraction {
        claims = List.copyOf(claims);
        commitments = List.copyOf(commitments);
        corrections = List.copyOf(corrections);
    }

    /** Whether nothing in it is worth keeping. */
    public boolean isEmpty() {
        return claims.isEmpty() && commitments.isEmpty() && corrections.isEmpty();
    }
}

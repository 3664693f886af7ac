package tacit.api.autonomy;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An act that was judged, and what came of it. Immutable.
 *
 * @param id of the entry
 * @param request the act
 * @param decision what the policy said
 * @param state where it stands; PENDING is the only one that changes
 * @param answeredBy who said so; {@code policy} for what was not asked, null while it is pending
 * @param note of who answered; null for none
 * @param outcome how the act went: {@code succeeded}, {@code failed}; null while nobody knows
 * @param createdAt when it was asked
 * @param answeredAt null while it is pending
 * @param expiresAt until when an answer counts; null for always
 */
public record Approval(
        String id,
        ActionRequest request,
        PermissionDecision decision,
        State state,
        @Nullable String answeredBy,
        @Nullable String note,
        @Nullable String outcome,
        Instant createdAt,
        @Nullable Instant answeredAt,
        @Nullable Instant expiresAt) {

    /** The rule of a decision that allows an act without a question, of which people are told. */
    public static final String TOLD = "earned.told";

    /** Where an act stands. */
    public enum State {
        PENDING,
        APPROVED,
        DENIED,
        EXPIRED
    }

    public Approval {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(createdAt, "createdAt");
    }
}

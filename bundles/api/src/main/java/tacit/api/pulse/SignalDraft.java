package tacit.api.pulse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be worth a look, as a trigger or a caller tells it. Immutable.
 *
 * @param workspaceId where; null for every workspace
 * @param profileId whom it is for; null for all whose interest it meets, see {@link Signals#interests}
 * @param family what it is about
 * @param source where it comes from
 * @param urgency null for low
 * @param confidence brought into [0, 1]; null for .5
 * @param fingerprint what makes two the same; null to take it from what they say
 * @param expiresAt null for the family's retention
 * @param reason in words, bounded and redacted when it is kept; null for none
 * @param evidence references such as {@code trace:ID}
 * @param payload what else was said, small: texts by name
 * @param origin the id of the execution that caused it; null when none of ours did. Own work never starts own work
 */
public record SignalDraft(
        @Nullable String workspaceId,
        @Nullable String profileId,
        SignalFamily family,
        SignalSource source,
        @Nullable Urgency urgency,
        @Nullable Double confidence,
        @Nullable String fingerprint,
        @Nullable Instant expiresAt,
        @Nullable String reason,
        List<String> evidence,
        Map<String, String> payload,
        @Nullable String origin) {

    public SignalDraft {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(source, "source");
        evidence = List.copyOf(evidence);
        payload = Map.copyOf(payload);
    }

    /** One for a workspace, with words alone. */
    public static SignalDraft of(String workspaceId, SignalFamily family, SignalSource source, String reason) {
        return new SignalDraft(
                workspaceId, null, family, source, null, null, null, null, reason, List.of(), Map.of(), null);
    }

    public SignalDraft forProfile(String profile) {
        return new SignalDraft(
                workspaceId,
                profile,
                family,
                source,
                urgency,
                confidence,
                fingerprint,
                expiresAt,
                reason,
                evidence,
                payload,
                origin);
    }

    public SignalDraft withUrgency(Urgency value, double sure) {
        return new SignalDraft(
                workspaceId,
                profileId,
                family,
                source,
                value,
                sure,
                fingerprint,
                expiresAt,
                reason,
                evidence,
                payload,
                origin);
    }

    public SignalDraft withFingerprint(String value) {
        return new SignalDraft(
                workspaceId,
                profileId,
                family,
                source,
                urgency,
                confidence,
                value,
                expiresAt,
                reason,
                evidence,
                payload,
                origin);
    }

    public SignalDraft withEvidence(List<String> references) {
        return new SignalDraft(
                workspaceId,
                profileId,
                family,
                source,
                urgency,
                confidence,
                fingerprint,
                expiresAt,
                reason,
                references,
                payload,
                origin);
    }

    public SignalDraft withPayload(Map<String, String> values) {
        return new SignalDraft(
                workspaceId,
                profileId,
                family,
                source,
                urgency,
                confidence,
                fingerprint,
                expiresAt,
                reason,
                evidence,
                values,
                origin);
    }

    public SignalDraft withOrigin(String execution) {
        return new SignalDraft(
                workspaceId,
                profileId,
                family,
                source,
                urgency,
                confidence,
                fingerprint,
                expiresAt,
                reason,
                evidence,
                payload,
                execution);
    }
}

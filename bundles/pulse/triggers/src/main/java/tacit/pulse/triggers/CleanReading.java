package tacit.pulse.triggers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.ingest.Redactor;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.TriggerReading;

/** What a bundle made of an ingress, without secrets, within bounds, and in the place of its trigger. Immutable. */
final class CleanReading {

    static final int LONGEST_REASON = 500;
    static final int LONGEST_VALUE = 1500;

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_FINGERPRINT = 160;
    private static final int LONGEST_REFERENCE = 200;
    private static final int MOST_REFERENCES = 20;
    private static final int MOST_PAYLOAD = 20;
    private static final int DIGITS = 40;

    private final Redactor redactor;
    private final TriggerConfiguration configuration;

    CleanReading(Redactor redactor, TriggerConfiguration configuration) {
        this.redactor = redactor;
        this.configuration = configuration;
    }

    /**
     * What it remembers, as it is kept.
     *
     * @throws IllegalStateException when it is too much
     */
    Map<String, String> memory(TriggerReading reading) {
        int length = reading.memory().entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        if (length > TriggerReading.MOST_MEMORY) {
            throw new IllegalStateException(
                    "memory must have at most " + TriggerReading.MOST_MEMORY + " characters, got " + length);
        }
        Map<String, String> memory = new TreeMap<>();
        reading.memory().forEach((name, value) -> memory.put(safe(name), safe(value)));
        return memory;
    }

    /**
     * What it tells, as it is told.
     *
     * @param reference names the reading among the evidence
     * @throws IllegalStateException when there are too many
     */
    List<SignalDraft> drafts(TriggerReading reading, String reference) {
        if (reading.signals().size() > TriggerReading.MOST_SIGNALS) {
            throw new IllegalStateException("signals must be at most " + TriggerReading.MOST_SIGNALS + ", got "
                    + reading.signals().size());
        }
        return reading.signals().stream().map(draft -> draft(draft, reference)).toList();
    }

    private SignalDraft draft(SignalDraft draft, String reference) {
        List<String> evidence = new ArrayList<>(draft.evidence().stream()
                .limit(MOST_REFERENCES)
                .map(one -> cut(safe(one), LONGEST_REFERENCE))
                .toList());
        evidence.add(reference);
        return new SignalDraft(
                configuration.workspaceId(),
                draft.profileId() == null ? configuration.profileId() : draft.profileId(),
                draft.family(),
                draft.source(),
                draft.urgency(),
                draft.confidence(),
                fingerprint(draft.fingerprint()),
                draft.expiresAt(),
                draft.reason() == null ? null : cut(safe(draft.reason()), LONGEST_REASON),
                evidence,
                payload(draft.payload()),
                draft.origin());
    }

    private @Nullable String fingerprint(@Nullable String fingerprint) {
        if (fingerprint == null) {
            return null;
        }
        boolean plain = fingerprint.length() <= LONGEST_FINGERPRINT
                && redactor.redact(fingerprint).count() == 0;
        return plain ? fingerprint : digest(fingerprint).substring(0, DIGITS);
    }

    private Map<String, String> payload(Map<String, String> payload) {
        Map<String, String> clean = new TreeMap<>();
        new TreeMap<>(payload)
                .entrySet().stream()
                        .limit(MOST_PAYLOAD)
                        .forEach(entry -> clean.put(
                                cut(safe(entry.getKey()), LONGEST_NAME),
                                redactor.secretName(entry.getKey())
                                        ? "[REDACTED:field]"
                                        : cut(safe(entry.getValue()), LONGEST_VALUE)));
        return clean;
    }

    private String safe(String text) {
        return redactor.redact(text).text();
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

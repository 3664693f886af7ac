package tacit.pulse.offers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.ingest.Redactor;
import tacit.api.reflect.SuggestionDraft;

/** Drafts as they are kept: bounded, without secrets, as JSON. Thread-safe. */
final class DraftJson {

    private static final int TITLE = 200;
    private static final int TEXT = 4_000;
    private static final int MOST_EVIDENCE = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Redactor redactor;

    DraftJson(Redactor redactor) {
        this.redactor = redactor;
    }

    SuggestionDraft clean(SuggestionDraft draft) {
        if (draft.key().length() > 400) {
            throw new IllegalArgumentException(
                    "key must have at most 400 characters, got " + draft.key().length());
        }
        List<String> evidence = draft.evidence().stream()
                .limit(MOST_EVIDENCE)
                .map(reference -> text(reference, TITLE))
                .collect(Collectors.toList());
        return new SuggestionDraft(
                draft.key(),
                draft.profileId(),
                draft.workspaceId(),
                draft.userId(),
                draft.type(),
                draft.topic(),
                draft.source(),
                text(draft.title(), TITLE),
                text(draft.whyNow(), TEXT),
                text(draft.description(), TEXT),
                draft.action() == null ? null : text(draft.action(), TEXT),
                draft.confidence(),
                draft.urgency(),
                evidence,
                draft.traceId(),
                draft.targetKey());
    }

    @Nullable
    String words(@Nullable String text) {
        return text == null ? null : text(text, TEXT);
    }

    private String text(String text, int longest) {
        String clean = redactor.redact(text).text().strip();
        return clean.length() <= longest ? clean : clean.substring(0, longest - 1) + "…";
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Drafts can always be written as JSON", e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read a stored suggestion: " + e.getOriginalMessage(), e);
        }
    }
}

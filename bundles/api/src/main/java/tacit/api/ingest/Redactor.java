package tacit.api.ingest;

import org.osgi.annotation.versioning.ProviderType;

/** Replaces secrets in text by marks that name their kind. Deterministic and thread-safe. */
@ProviderType
public interface Redactor {

    /** Answers the text without its secrets; text without any is returned as it is. */
    Redaction redact(String text);

    /**
     * Whether the value of a field of this name is a secret whatever it looks like, such as {@code password} or
     * {@code x-api-key}.
     */
    boolean secretName(String fieldName);

    /**
     * A text after redaction.
     *
     * @param text without secrets
     * @param count how many were replaced
     */
    record Redaction(String text, int count) {}
}

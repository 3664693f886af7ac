package tacit.evidence.otlp.map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import tacit.evidence.otlp.wire.Json;

/** Puts flattened OpenInference documents together again; vectors are dropped. */
final class OpenInferenceDocuments {

    private OpenInferenceDocuments() {}

    static void read(SpanDraft span) {
        Draft attributes = span.attributes();
        span.offerOutput(take(attributes, "retrieval.documents."));
        span.offerInput(attributes.takeText("reranker.query"));
        String candidates = take(attributes, "reranker.input_documents.");
        attributes.put("reranker.input_documents", candidates);
        span.offerOutput(take(attributes, "reranker.output_documents."));
        StringBuilder texts = new StringBuilder();
        Indexed.take(attributes, "embedding.embeddings.").values().forEach(embedding -> {
            String text = embedding.takeText("embedding.text");
            texts.append(texts.isEmpty() ? "" : "\n").append(text == null ? "" : text);
        });
        span.offerInput(texts.isEmpty() ? null : texts.toString());
    }

    private static @Nullable String take(Draft attributes, String prefix) {
        ArrayNode documents = Json.mapper().createArrayNode();
        Indexed.take(attributes, prefix).values().forEach(fields -> {
            ObjectNode document = documents.addObject();
            fields.rest()
                    .forEach((key, value) -> document.set(
                            key.replace("document.", ""), Json.mapper().valueToTree(value)));
        });
        return documents.isEmpty() ? null : documents.toString();
    }
}

package tacit.evidence.transcripts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;
import tacit.api.trace.SpanBuilder;
import tacit.api.trace.SpanStatus;

/** A model call in the making. Confined to one thread. */
final class ChatTurn extends Step {

    private final List<Map<String, Object>> input;
    private final List<Map<String, Object>> parts = new ArrayList<>();
    private @Nullable String model;
    private @Nullable String finishReason;
    private @Nullable String error;
    private @Nullable Tokens tokens;

    ChatTurn(String id, String parentId, long position, @Nullable Instant startedAt, List<Map<String, Object>> input) {
        super(id, parentId, position, startedAt);
        this.input = List.copyOf(input);
    }

    void add(Map<String, Object> part) {
        parts.add(part);
    }

    void model(@Nullable String value) {
        model = value == null ? model : value;
    }

    void finishReason(@Nullable String value) {
        finishReason = value == null ? finishReason : value;
    }

    void tokens(Tokens value) {
        tokens = value;
    }

    boolean hasTokens() {
        return tokens != null;
    }

    void failed(String message) {
        error = message;
    }

    @Override
    Span build() {
        SpanBuilder span = builder(Operation.CHAT, model == null ? Operation.CHAT : Operation.CHAT + " " + model)
                .input(input.isEmpty() ? null : Json.write(input))
                .output(parts.isEmpty() ? null : output())
                .attribute(Attribute.REQUEST_MODEL, model)
                .attribute(Attribute.FINISH_REASONS, finishReason == null ? null : List.of(finishReason));
        if (tokens != null) {
            tokens.describe(span);
        }
        if (error != null) {
            span.status(SpanStatus.ERROR).errorType("api_error").statusMessage(error);
        }
        return span.build();
    }

    private String output() {
        return Json.write(List.of(GenAiMessages.message("assistant", parts, finishReason)));
    }

    /**
     * What a model call cost.
     *
     * @param input all tokens that went in, cached ones too
     * @param output all tokens that came out
     * @param cached how many of those that went in were read from a cache
     */
    record Tokens(long input, long output, long cached) {

        void describe(SpanBuilder span) {
            span.attribute(Attribute.INPUT_TOKENS, input)
                    .attribute(Attribute.OUTPUT_TOKENS, output)
                    .attribute("gen_ai.usage.cache_read.input_tokens", cached);
        }
    }
}

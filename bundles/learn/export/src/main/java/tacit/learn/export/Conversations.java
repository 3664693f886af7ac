package tacit.learn.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import tacit.api.guard.CallHistories;
import tacit.api.guard.CallStep;
import tacit.api.guard.ToolCall;
import tacit.api.ingest.Redactor;
import tacit.api.ingest.Redactor.Redaction;
import tacit.api.store.TextTombstones;
import tacit.api.trace.RecordedTrace;

/** Makes messages of runs: no instructions of the system, nothing that Tacit put there, no secrets. Thread-safe. */
final class Conversations {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .build();

    private final CallHistories histories;
    private final Redactor redactor;

    Conversations(CallHistories histories, Redactor redactor) {
        this.histories = histories;
        this.redactor = redactor;
    }

    Conversation of(RecordedTrace trace) {
        Writer writer = new Writer();
        histories.history(trace).steps().forEach(writer::step);
        return writer.conversation();
    }

    /** Collects messages. Confined to one thread. */
    private final class Writer {

        private final List<ObjectNode> messages = new ArrayList<>();
        private int secrets;
        private int calls;
        private boolean deleted;

        void step(CallStep step) {
            ToolCall call = step.call();
            switch (step.speaker()) {
                case USER -> say("user", InjectedText.without(step.text()));
                case AGENT -> say("assistant", step.text());
                case TOOL -> {
                    if (call != null) {
                        call(call, step.text());
                    }
                }
            }
        }

        private void say(String role, String text) {
            if (!text.isBlank()) {
                message(role, text);
            }
        }

        private ObjectNode message(String role, String text) {
            ObjectNode message = JSON.createObjectNode().put("role", role).put("content", clean(text));
            messages.add(message);
            return message;
        }

        private void call(ToolCall call, String result) {
            String id = "call_" + ++calls;
            ObjectNode asked = message("assistant", "").putArray("tool_calls").addObject();
            asked.put("id", id).put("type", "function");
            asked.putObject("function").put("name", clean(call.tool())).put("arguments", clean(json(call)));
            message("tool", result).put("tool_call_id", id).put("name", clean(call.tool()));
        }

        private String clean(String text) {
            deleted |= TextTombstones.areIn(text);
            Redaction redaction = redactor.redact(text);
            secrets += redaction.count();
            return redaction.text();
        }

        /** Ends where the agent spoke or called last: nothing is learned of what comes after. */
        Conversation conversation() {
            int end = messages.size();
            while (end > 0 && !messages.get(end - 1).path("role").asText().equals("assistant")) {
                end--;
            }
            return new Conversation(messages.subList(0, end), secrets, deleted);
        }
    }

    private static String json(ToolCall call) {
        try {
            return JSON.writeValueAsString(call.arguments());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Arguments of calls can be written as JSON", e);
        }
    }
}

package tacit.memory.distill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.memory.distill.Messages.Message;

/** Finds in a recorded run what its user said, and what the agent answered last. */
final class RunReader {

    private static final int MOST_MESSAGES = 50;
    private static final int LONGEST = 20_000;
    private static final Set<String> TALKS =
            Set.of(Operation.INVOKE_AGENT, Operation.CHAT, Operation.GENERATE_CONTENT, Operation.TEXT_COMPLETION);

    /** What Tacit itself put before the words of a user is nothing that they said. */
    private static final Pattern OURS = Pattern.compile("<(cowork_[a-z_]+)>[\\s\\S]*?(?:</\\1>|\\z)");

    private final Switches switches;

    RunReader(Switches switches) {
        this.switches = switches;
    }

    Run read(RecordedTrace recorded, List<Outcome> outcomes, Instant now) {
        Map<String, Said> said = new LinkedHashMap<>();
        Said whole = null;
        Said last = null;
        for (Span span : recorded.spans()) {
            if (TALKS.contains(span.operation()) && ofTheUser(recorded, span)) {
                for (String words : words(span)) {
                    said.putIfAbsent(words, said(recorded, span, words, now));
                }
                Said answer = answer(recorded, span, now);
                boolean agent = span.operation().equals(Operation.INVOKE_AGENT);
                whole = agent && answer != null ? answer : whole;
                last = answer == null ? last : answer;
            }
        }
        List<Said> admitted = said.values().stream()
                .limit(MOST_MESSAGES)
                .map(words -> words.withText(switches.admitted(words.text())))
                .toList();
        return new Run(recorded, outcomes, admitted, whole == null ? last : whole, now);
    }

    /** What one agent tells another stands where a user speaks too, and is no statement of a user. */
    private static boolean ofTheUser(RecordedTrace recorded, Span span) {
        int agents = 0;
        Span current = span;
        for (int depth = 0; current != null && depth < 100; depth++) {
            agents += current.operation().equals(Operation.INVOKE_AGENT) ? 1 : 0;
            if (agents > 1 || Boolean.TRUE.equals(current.attributes().get(Attribute.INJECTED))) {
                return false;
            }
            current = current.parentId() == null
                    ? null
                    : recorded.span(current.parentId()).orElse(null);
        }
        return true;
    }

    private static List<String> words(Span span) {
        List<String> words = new ArrayList<>();
        for (Message message : Messages.in(span.input())) {
            if (message.role().equals("user")) {
                words.add(own(message.text()));
            }
        }
        if (span.operation().equals(Operation.INVOKE_AGENT) && Messages.isPlain(span.input())) {
            words.add(own(Objects.requireNonNull(span.input())));
        }
        words.removeIf(String::isBlank);
        return words;
    }

    private static String own(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        StringBuilder own = new StringBuilder(bounded);
        Matcher ours = OURS.matcher(bounded);
        while (ours.find()) {
            own.replace(ours.start(), ours.end(), " ".repeat(ours.end() - ours.start()));
        }
        return own.toString();
    }

    private static Said said(RecordedTrace recorded, Span span, String words, Instant now) {
        Instant started = recorded.trace().startedAt();
        Instant at = span.startedAt() != null ? span.startedAt() : started != null ? started : now;
        return new Said(recorded.trace().id() + "/" + span.id(), words, at);
    }

    private static @Nullable Said answer(RecordedTrace recorded, Span span, Instant now) {
        String last = Messages.isPlain(span.output()) ? span.output() : null;
        for (Message message : Messages.in(span.output())) {
            if (!message.role().equals("user") && !message.text().isBlank()) {
                last = message.text();
            }
        }
        return last == null || last.isBlank() ? null : said(recorded, span, own(last), now);
    }
}

package tacit.bench.recall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchDocument;

/** Reads labelled conversations in the format of LoCoMo: JSON, packed with gzip or not. */
public final class DialogueFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TURN = Pattern.compile("D\\d+:\\d+");
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("h:mm a 'on' d MMMM, yyyy")
            .toFormatter(Locale.ENGLISH);

    private DialogueFile() {}

    /** All conversations of a file. */
    public static List<Dialogue> read(Path file) throws IOException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            return read(content);
        }
    }

    /** All conversations of a stream that can go back by a mark. */
    static List<Dialogue> read(InputStream content) throws IOException {
        content.mark(2);
        boolean packed = content.read() == 0x1f && content.read() == 0x8b;
        content.reset();
        JsonNode all = JSON.readTree(packed ? new GZIPInputStream(content) : content);
        List<Dialogue> dialogues = new ArrayList<>();
        all.forEach(one -> dialogues.add(dialogue(one)));
        return dialogues;
    }

    private static Dialogue dialogue(JsonNode json) {
        String id = json.path("sample_id").asText();
        List<SearchDocument> turns = new ArrayList<>();
        JsonNode conversation = json.path("conversation");
        for (int session = 1; session <= conversation.size(); session++) {
            JsonNode time = conversation.path("session_" + session + "_date_time");
            if (!conversation.path("session_" + session).isArray()) {
                continue;
            }
            Instant at = LocalDateTime.parse(time.asText().strip(), TIME).toInstant(ZoneOffset.UTC);
            for (JsonNode turn : conversation.path("session_" + session)) {
                turns.add(document(id, "session-" + session, at, turn, turns));
            }
        }
        Set<String> known = turns.stream().map(SearchDocument::id).collect(Collectors.toSet());
        List<LabelledQuestion> questions = new ArrayList<>();
        json.path("qa").forEach(asked -> addQuestion(asked, known, questions));
        return new Dialogue(id, turns, questions);
    }

    private static SearchDocument document(
            String workspace, String group, Instant at, JsonNode turn, List<SearchDocument> before) {
        long position =
                before.stream().filter(other -> other.group().equals(group)).count();
        String caption = turn.path("blip_caption").asText();
        String text = turn.path("text").asText() + (caption.isEmpty() ? "" : " [shows: " + caption + "]");
        return new SearchDocument(
                turn.path("dia_id").asText(),
                "message",
                workspace,
                null,
                group,
                position,
                at,
                turn.path("speaker").asText(),
                "",
                text,
                Visibility.PRIVATE,
                TrustLane.STATEMENT,
                new TreeMap<>());
    }

    /** A question whose labels name no turn that exists cannot be scored, so it is left out. */
    private static void addQuestion(JsonNode asked, Set<String> known, List<LabelledQuestion> questions) {
        Set<String> evidence = new LinkedHashSet<>();
        asked.path("evidence").forEach(label -> {
            Matcher turn = TURN.matcher(label.asText());
            while (turn.find()) {
                if (known.contains(turn.group())) {
                    evidence.add(turn.group());
                }
            }
        });
        if (!evidence.isEmpty()) {
            questions.add(new LabelledQuestion(
                    asked.path("question").asText(), asked.path("category").asInt(), List.copyOf(evidence)));
        }
    }
}

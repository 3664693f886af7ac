package tacit.bench.fit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchDocument;
import tacit.bench.recall.Dialogue;
import tacit.bench.recall.LabelledQuestion;

/** Makes long conversations between invented people, with questions and where their answers stand. The same seed, the same talk. */
final class InventedTalk {

    private static final List<String> PEOPLE = List.of(
            "Alba", "Bruno", "Celia", "Dario", "Edda", "Felix", "Greta", "Henrik", "Ilka", "Joris", "Katya", "Levin",
            "Mona", "Nils", "Oda", "Pavel");
    private static final int A_SESSION = 5;
    private static final int SINGLE = 4;
    private static final int TIME = 2;
    private static final int SEVERAL = 1;
    private static final int SWAPPED = 5;

    private final List<Piece> pieces;
    private final List<String> small;
    private final List<String> collections;

    InventedTalk() {
        pieces = Arrays.stream(Resource.text("talks.txt").split("\n\\s*\n", -1))
                .map(Piece::parse)
                .filter(piece -> !piece.lines().isEmpty())
                .toList();
        small = Resource.text("smalltalk.txt").lines().toList();
        collections = Resource.text("collections.txt").lines().toList();
    }

    List<Dialogue> dialogues(int count, long seed) {
        List<Dialogue> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String one = PEOPLE.get(2 * i % PEOPLE.size());
            String other = PEOPLE.get((2 * i + 1) % PEOPLE.size());
            all.add(new Writing("invented-" + seed + "-" + i, one, other, new Random(seed * 1000 + i)).dialogue());
        }
        return all;
    }

    /** A piece and who tells it. */
    private record Turn(Piece piece, String teller, String listener) {}

    /** One conversation while it is written. */
    private final class Writing {

        private final String id;
        private final String one;
        private final String other;
        private final Random random;
        private final List<SearchDocument> said = new ArrayList<>();
        private final List<LabelledQuestion> asked = new ArrayList<>();
        private final Map<String, List<String>> collected = new TreeMap<>();
        private LocalDate today = LocalDate.of(2024, 1, 12);
        private int session;
        private int position;

        Writing(String id, String one, String other, Random random) {
            this.id = id;
            this.one = one;
            this.other = other;
            this.random = random;
        }

        Dialogue dialogue() {
            List<Turn> order = new ArrayList<>();
            for (Piece piece : pieces) {
                order.add(new Turn(piece, one, other));
                order.add(new Turn(piece, other, one));
            }
            Collections.shuffle(order, random);
            for (int i = 0; i < order.size(); i++) {
                if (i % A_SESSION == 0) {
                    begin();
                }
                tell(order.get(i));
                chat(random.nextInt(2));
            }
            collected.forEach(this::askForAll);
            return new Dialogue(id, said, asked);
        }

        private void begin() {
            session++;
            position = 0;
            today = today.plusDays(3 + random.nextInt(20));
            chat(2);
        }

        private void chat(int lines) {
            for (int i = 0; i < lines; i++) {
                boolean first = (position & 1) == 0;
                String line = small.get(random.nextInt(small.size()));
                say(
                        first ? one : other,
                        line.replace("{A}", first ? one : other).replace("{B}", first ? other : one));
            }
        }

        private void tell(Turn turn) {
            Blanks blanks = new Blanks(turn.teller(), turn.listener(), today, random);
            List<String> ids = turn.piece().lines().stream()
                    .map(line ->
                            say(line.startsWith("A") ? turn.teller() : turn.listener(), blanks.fill(line.substring(3))))
                    .toList();
            for (Piece.Asked question : turn.piece().asked()) {
                String text = blanks.fill(question.text());
                List<String> evidence =
                        question.lines().stream().map(line -> ids.get(line - 1)).toList();
                asked.add(new LabelledQuestion(text, text.startsWith("When") ? TIME : SINGLE, evidence));
                if (random.nextInt(6) == 0) {
                    asked.add(new LabelledQuestion(text.replace(turn.teller(), turn.listener()), SWAPPED, evidence));
                }
            }
            for (Piece.Asked collection : turn.piece().collected()) {
                collection.lines().forEach(line -> collected
                        .computeIfAbsent(turn.teller() + " " + collection.text(), key -> new ArrayList<>())
                        .add(ids.get(line - 1)));
            }
        }

        private void askForAll(String key, List<String> ids) {
            String[] parts = key.split(" ", 2);
            collections.stream()
                    .filter(line -> line.startsWith(parts[1] + " "))
                    .map(line -> line.substring(parts[1].length() + 1).replace("{A}", parts[0]))
                    .forEach(text -> asked.add(new LabelledQuestion(text, SEVERAL, ids)));
        }

        private String say(String speaker, String text) {
            String turn = "D" + session + ":" + (position + 1);
            said.add(new SearchDocument(
                    turn,
                    "message",
                    id,
                    null,
                    "session-" + session,
                    position++,
                    today.atTime(18, 30).toInstant(ZoneOffset.UTC),
                    speaker,
                    "",
                    text,
                    Visibility.PRIVATE,
                    TrustLane.STATEMENT,
                    new TreeMap<>()));
            return turn;
        }
    }
}

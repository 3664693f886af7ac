package tacit.bench.models;

import java.util.List;
import java.util.SplittableRandom;

/** Memories of a made-up harbour, and questions about them. The same number gives the same ones. */
final class Memories {

    private static final List<String> WHO =
            List.of("The pilot", "The harbour master", "Nora", "The crane", "The ferry", "The customs office");
    private static final List<String> DID =
            List.of("moved", "counted", "repaired", "delayed", "inspected", "sold", "painted", "weighed");
    private static final List<String> WHAT =
            List.of("crates", "buoys", "ropes", "containers", "lanterns", "barrels", "engines", "charts");

    private Memories() {}

    /** The text of a memory. */
    static String text(int number) {
        SplittableRandom random = new SplittableRandom(number);
        return WHO.get(random.nextInt(WHO.size())) + " " + DID.get(random.nextInt(DID.size())) + " "
                + (10 + random.nextInt(900)) + " " + WHAT.get(random.nextInt(WHAT.size())) + " at berth "
                + random.nextInt(40) + " for voyage " + Math.abs(number);
    }

    /** A prompt about one of them. */
    static String prompt(int number) {
        return "{\"model\":\"stand-in\",\"temperature\":1.0,\"messages\":[{\"role\":\"system\",\"content\":\"You help the harbour.\"},"
                + "{\"role\":\"user\",\"content\":\"What do we know of this: " + text(number) + "?\"}]}";
    }
}

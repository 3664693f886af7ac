package tacit.memory.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.MemorySource;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.memory.WorkspaceFiles;
import tacit.memory.words.Secrets;

/** Offers the summaries of the last days; the logs themselves never reach a prompt. Thread-safe. */
@Component(property = Role.PROPERTY + "=memory-source/journal")
@Designate(ocd = SummarySource.Config.class)
public final class SummarySource implements MemorySource {

    private static final int MOST_ITEMS = 40;
    private static final double RELEVANCE = 0.55;
    private static final double HALF_LIFE_DAYS = 7;
    private static final double CONFIDENCE = 0.75;

    /** How far it looks back. */
    @ObjectClassDefinition(name = "Tacit daily summaries")
    public @interface Config {

        @AttributeDefinition(
                name = "Days",
                description = "Summaries of so many days are offered, today first, in [1, 31]",
                min = "1",
                max = "31")
        int days() default 5;
    }

    private final WorkspaceFiles files;
    private final int days;

    @Activate
    public SummarySource(@Reference WorkspaceFiles files, Config config) {
        this(files, config.days());
    }

    public SummarySource(WorkspaceFiles files, int days) {
        if (days < 1 || days > 31) {
            throw new IllegalArgumentException("days must be in [1, 31], got " + days);
        }
        this.files = files;
        this.days = days;
    }

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public List<ContextFragment> fragments(ContextRequest request) {
        DayFiles there = new DayFiles(files, request.workspaceId());
        LocalDate today = DayFiles.dayOf(request.now());
        List<ContextFragment> fragments = new ArrayList<>();
        for (LocalDate day : there.days(DayFiles.SUMMARIES)) {
            int age = (int) ChronoUnit.DAYS.between(day, today);
            if (age >= 0 && age < days && fragments.size() < request.most()) {
                Optional.of(there.read(DayFiles.SUMMARIES, day.toString())
                                .map(file -> said(file.text()))
                                .orElse(""))
                        .filter(body -> !body.isEmpty())
                        .map(body -> fragment(day, age, body, request.now()))
                        .ifPresent(fragments::add);
            }
        }
        return fragments;
    }

    /** How relevant a summary is that is so many days old. */
    static double relevance(int age) {
        return RELEVANCE * Math.pow(0.5, age / HALF_LIFE_DAYS);
    }

    /** Without sections that hold nothing; empty when none holds anything. */
    private static String said(String summary) {
        String body = DaySummary.body(summary.replace("\r\n", "\n"));
        String filled = body.replaceAll("(?m)^#{1,6} [^\\n]*\\n(?:[ \\t]*\\n)*(?=#{1,2} |\\z)", "");
        return Secrets.redacted(newest(filled.strip()));
    }

    /** With the last items of each section only: a busy day has more than a prompt can hold. */
    private static String newest(String body) {
        List<String> kept = new ArrayList<>();
        int items = 0;
        List<String> lines = body.lines().toList();
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i);
            if (line.matches("#{1,6} .*")) {
                items = 0;
            }
            items += line.strip().startsWith("- ") ? 1 : 0;
            if (items <= MOST_ITEMS || !line.strip().startsWith("- ")) {
                kept.add(line);
            }
        }
        Collections.reverse(kept);
        return String.join("\n", kept);
    }

    private ContextFragment fragment(LocalDate day, int age, String body, Instant now) {
        return new ContextFragment(
                "day:" + day,
                name(),
                "summaries",
                "[Daily Summary " + day + "]\n" + body,
                TrustLane.INFERENCE,
                Visibility.PRIVATE,
                relevance(age),
                CONFIDENCE,
                now.minus(age, ChronoUnit.DAYS),
                List.of());
    }
}

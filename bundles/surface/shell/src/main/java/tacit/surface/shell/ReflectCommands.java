package tacit.surface.shell;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.reflect.ReflectionDesk;
import tacit.api.reflect.ReflectionDesk.Ranked;

/** Commands that show what profiles reflect about, and let an operator have a say in it. */
@Component(
        service = ReflectCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=reflect"})
public final class ReflectCommands {

    private static final String KNOWN =
            "runs, targets, show RUN, now [TARGET], leave TARGET, retry RUN, dismiss RUN, backlog, reject POINT, notices,"
                    + " seen NOTICE, brain or reset";

    private final ReflectionDesk desk;
    private final ProfileNames profiles;

    @Activate
    public ReflectCommands(@Reference ReflectionDesk desk, @Reference AutomationProfiles profiles) {
        this.desk = desk;
        this.profiles = new ProfileNames(profiles);
    }

    @Descriptor(
            "lists runs of reflection, or one of: targets, show RUN, now, leave, retry, dismiss, backlog, reject, notices,"
                    + " seen, brain, reset")
    public void reflect(
            CommandSession session,
            @Descriptor("of this profile only") @Parameter(names = "--profile", absentValue = "") String profile,
            @Descriptor("why, for dismiss and reject") @Parameter(names = "--reason", absentValue = "by an operator")
                    String reason,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        String verb = words.length == 0 ? "runs" : words[0];
        switch (verb) {
            case "runs" ->
                printer.print(
                        Rows.of(
                                desk.runs(profiles.optional(profile), null, null, Words.page(offset, limit)),
                                ReflectRows::run),
                        json);
            case "targets" -> printer.print(Rows.of(desk.refresh(of(profile)), ReflectRows::target), json);
            case "backlog" ->
                printer.print(
                        Rows.of(
                                desk.backlog(profiles.optional(profile), null, Words.page(offset, limit)),
                                ReflectRows::point),
                        json);
            case "notices" ->
                printer.print(
                        Rows.of(
                                desk.notices(profiles.optional(profile), null, Words.page(offset, limit)),
                                ReflectRows::notice),
                        json);
            case "brain" -> printer.print(ReflectRows.brain(desk.brain(of(profile))), json);
            case "show" -> printer.print(shown(Words.only("reflect show needs a run", words)), json);
            default -> printer.line(act(verb, profile, reason, words));
        }
    }

    private String act(String verb, String profile, String reason, String... words) {
        return switch (verb) {
            case "now" -> now(of(profile), words);
            case "leave" ->
                done(desk.dismissTarget(
                        of(profile), Words.only("reflect leave needs a target", words), Words.OPERATOR));
            case "retry" ->
                desk.retry(Words.only("reflect retry needs a run", words), Words.OPERATOR)
                        .map(ReflectCommands::words)
                        .orElse("There is no such run, or nothing to think about");
            case "dismiss" ->
                done(desk.dismiss(Words.only("reflect dismiss needs a run", words), Words.OPERATOR, reason));
            case "reject" ->
                done(desk.rejectBacklog(Words.only("reflect reject needs a point", words), Words.OPERATOR, reason));
            case "seen" -> done(desk.seen(Words.only("reflect seen needs a notice", words), Words.OPERATOR));
            case "reset" -> "Forgotten: " + desk.reset(of(profile), Words.OPERATOR);
            default -> throw new IllegalArgumentException("reflect knows " + KNOWN + ", got '" + verb + "'");
        };
    }

    private String of(String profile) {
        if (profile.isEmpty()) {
            throw new IllegalArgumentException("--profile must name a profile");
        }
        return profiles.find(profile).id();
    }

    private static String words(ReflectionDesk.ReflectionResult result) {
        return "Run " + result.runId() + (result.fresh() ? " came to " : " is as before: ") + result.outcome();
    }

    private String now(String profile, String... words) {
        String target = words.length == 1 ? null : Words.only("reflect now takes one target", words);
        return desk.reflect(profile, target, Words.OPERATOR, true)
                .map(ReflectCommands::words)
                .orElseGet(() -> "There is nothing to think about" + why(profile, target));
    }

    /** A line for each reason. */
    private String why(String profile, @Nullable String target) {
        List<Ranked> ranked = desk.refresh(profile);
        boolean known = target == null
                || ranked.stream().anyMatch(one -> one.target().key().equals(target));
        return Stream.concat(
                        Stream.of(
                                known ? "" : "there is no target '" + target + "'",
                                desk.brain(profile).why()),
                        ranked.stream()
                                .map(Ranked::score)
                                .filter(one -> !one.eligible())
                                .map(one -> one.targetKey() + ": " + one.whyNot()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n  ", "\n  ", ""));
    }

    private static String done(boolean done) {
        return done ? "Done" : "There is none of this id that it could be done to";
    }

    private Map<String, @Nullable Object> shown(String id) {
        return ReflectRows.whole(
                desk.run(id).orElseThrow(() -> new IllegalArgumentException("Cannot find run '" + id + "'")));
    }
}

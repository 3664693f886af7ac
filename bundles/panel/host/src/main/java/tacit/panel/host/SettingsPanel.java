package tacit.panel.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.AccessRole;
import tacit.api.adapt.Setting;
import tacit.api.adapt.SettingChange;
import tacit.api.adapt.SettingSource;
import tacit.api.adapt.Settings;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;
import tacit.panel.forms.Rows;

/** Every setting of the running host: what it means, what it is and who says so; an operator changes it or takes it back. */
@Component(service = Panel.class)
public final class SettingsPanel implements Panel {

    private static final int SIZE = 50;
    private static final int CHANGES = 20;
    private static final int HISTORY = 1_000;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Settings settings;

    @Override
    public String id() {
        return "settings";
    }

    @Override
    public String title() {
        return "Settings";
    }

    @Override
    public Group group() {
        return Group.HOST;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public AccessRole role() {
        return AccessRole.OPERATOR;
    }

    @Override
    public Set<String> live() {
        return Set.of("generation.activated");
    }

    @Override
    public Page show(View view) {
        Acts.wholeHost(view);
        Settings all = settings;
        if (all == null) {
            return Page.of("", SettingsPanel.class, "settings.peb", Map.of("known", false));
        }
        List<String> path = view.path();
        return switch (path.size()) {
            case 0 -> list(view, all);
            case 1 -> component(view, all, path.get(0));
            default -> one(all, path.get(0), path.get(1));
        };
    }

    @Override
    public Done act(View view, String act) {
        Acts.wholeHost(view);
        String value =
                switch (act) {
                    case "change", "turn" -> value(view);
                    case "reset" -> null;
                    default -> throw Acts.unknown(act);
                };
        return changed(view, Acts.there(settings, "knows settings"), value);
    }

    /** Changes what the fields name, to a value or back to the default. */
    static Done changed(View view, Settings settings, @Nullable String value) {
        String reason = view.parameter("reason").orElse("asked for in Mission Control");
        SettingChange change = Acts.done(() -> settings.change(
                Fields.required(view, "pid"),
                Fields.required(view, "key"),
                value,
                view.principal().name(),
                reason));
        boolean generation = settings.list(change.pid()).stream().anyMatch(one -> one.role() != null);
        return Done.here("'" + change.key() + "' is " + (value == null ? "back at its default" : "changed") + ", "
                + (generation
                        ? "with a new generation"
                        : change.live() ? "and holds now" : "and holds from the next start of the host on"));
    }

    private static String value(View view) {
        return view.parameter("empty").isPresent() ? "" : Fields.required(view, "value");
    }

    private Page list(View view, Settings all) {
        String words = view.parameter("q").orElse("");
        boolean changed = view.parameter("changed").isPresent();
        List<Setting> found = all.list(null).stream()
                .filter(setting -> !changed || SettingRows.changed(setting))
                .filter(setting -> matches(setting, words.toLowerCase(Locale.ROOT)))
                .toList();
        boolean searched = changed || !words.isEmpty();
        List<Map<String, Object>> rows =
                searched ? found.stream().map(SettingRows::of).toList() : SettingRows.components(found);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", true);
        values.put("searched", searched);
        values.put("q", words);
        values.put("changed", changed);
        values.put("rows", Rows.page(rows, view.offset(), SIZE));
        values.put("offset", view.offset());
        values.put("total", rows.size());
        values.put("changes", SettingRows.changes(all.history(CHANGES)));
        return Page.of("", SettingsPanel.class, "settings.peb", values);
    }

    private static boolean matches(Setting setting, String words) {
        String text = String.join(
                "\n", setting.pid(), setting.key(), setting.label(), setting.description(), setting.bundle());
        return text.toLowerCase(Locale.ROOT).contains(words);
    }

    private static Page component(View view, Settings all, String pid) {
        List<Setting> own = all.list(pid);
        if (own.isEmpty()) {
            throw new HttpProblem(404, "Nothing that runs has settings under '" + pid + "'");
        }
        Setting first = own.get(0);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("pid", pid);
        values.put("part", SettingRows.part(first));
        values.put("bundle", first.bundle());
        values.put("swappable", first.role() != null);
        values.put("rows", Rows.page(own.stream().map(SettingRows::of).toList(), view.offset(), SIZE));
        values.put("offset", view.offset());
        values.put("total", own.size());
        return Page.of(pid, SettingsPanel.class, "component.peb", values);
    }

    private static Page one(Settings all, String pid, String key) {
        Setting setting = all.list(pid).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(404, "There is no setting '" + key + "' of '" + pid + "'"));
        Map<String, Object> values = new LinkedHashMap<>(SettingRows.of(setting));
        values.put("bundle", setting.bundle());
        values.put("part", SettingRows.part(setting));
        values.put("range", SettingRows.range(setting));
        values.put("effect", SettingRows.effect(setting));
        values.put("swappable", setting.role() != null);
        values.put("changeable", SettingRows.changeable(setting));
        values.put("resets", SettingRows.changed(setting) && setting.source() != SettingSource.HOST);
        values.put("inputs", SettingRows.inputs(setting));
        values.put(
                "changes",
                SettingRows.changes(all.history(HISTORY).stream()
                        .filter(change ->
                                change.pid().equals(pid) && change.key().equals(key))
                        .limit(CHANGES)
                        .toList()));
        return Page.of(setting.label(), SettingsPanel.class, "setting.peb", values);
    }
}

package tacit.panel.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.access.AccessRole;
import tacit.api.adapt.GovernedSwitch;
import tacit.api.adapt.Setting;
import tacit.api.adapt.Settings;
import tacit.api.page.Done;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;
import tacit.panel.forms.Rows;

/** The switches and bounds of all that adapts by itself: what they mean, how they stand, and where the audit log has it. */
@Component(service = Panel.class)
public final class GovernancePanel implements Panel {

    private static final int SIZE = 50;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Settings settings;

    @Override
    public String id() {
        return "governance";
    }

    @Override
    public String title() {
        return "Governance";
    }

    @Override
    public Group group() {
        return Group.HOST;
    }

    @Override
    public int order() {
        return 40;
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
        List<GovernedSwitch> switches = all == null ? List.of() : all.governance();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("known", all != null);
        values.put("on", switches.stream().filter(one -> isOn(one.setting())).count());
        values.put(
                "off",
                switches.stream()
                        .filter(one -> SettingRows.isSwitch(one.setting()) && !isOn(one.setting()))
                        .count());
        values.put(
                "bounds",
                switches.stream()
                        .filter(one -> !SettingRows.isSwitch(one.setting()))
                        .count());
        values.put(
                "rows",
                Rows.page(switches, view.offset(), SIZE).stream()
                        .map(GovernancePanel::row)
                        .toList());
        values.put("offset", view.offset());
        values.put("total", switches.size());
        return Page.of("", GovernancePanel.class, "governance.peb", values);
    }

    @Override
    public Done act(View view, String act) {
        Acts.wholeHost(view);
        if (!act.equals("turn")) {
            throw Acts.unknown(act);
        }
        return SettingsPanel.changed(view, Acts.there(settings, "knows settings"), Fields.required(view, "value"));
    }

    private static boolean isOn(Setting setting) {
        return SettingRows.isSwitch(setting) && "true".equals(setting.value());
    }

    private static Map<String, Object> row(GovernedSwitch governed) {
        Setting setting = governed.setting();
        Map<String, Object> row = SettingRows.of(setting);
        row.put("flag", governed.flag());
        boolean turns = SettingRows.isSwitch(setting);
        row.put("now", !turns ? "set" : isOn(setting) ? "on" : "off");
        row.put("bound", turns ? "" : row.get("value"));
        row.put("limit", governed.rateLimit());
        row.put("trail", governed.auditTrail());
        return row;
    }
}

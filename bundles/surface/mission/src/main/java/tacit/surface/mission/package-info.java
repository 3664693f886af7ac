/**
 * Mission Control: what operators see and steer in a browser. The only place that knows sessions, templates and what pages look like;
 * what is to be seen comes from panels, which are services of other bundles.
 *
 * <pre>
 *   browser --cookie, form--> [resources] --View--> Panel --Page: template, values--> [view] --escaped HTML--> browser
 *                                 └─ [session]: who it is, by a token's holder
 * </pre>
 */
@NullMarked
package tacit.surface.mission;

import org.jspecify.annotations.NullMarked;

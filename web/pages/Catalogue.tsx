import { useEffect, useState } from "preact/hooks";
import type { CatalogueRule } from "../../server/domain/catalogue/rule.ts";
import { catalogueWords as words } from "../catalogueWords.ts";
import { CatalogueDraft } from "../parts/CatalogueDraft.tsx";
import { CatalogueProposals } from "../parts/CatalogueProposals.tsx";
import { CatalogueRules } from "../parts/CatalogueRules.tsx";
import { CatalogueVersions } from "../parts/CatalogueVersions.tsx";
import { Hint, Loading, ProblemNotice } from "../parts/Notice.tsx";
import { blankRule, RuleForm } from "../parts/RuleForm.tsx";
import { catalogue, importFile, loadCatalogue, objection } from "../state/catalogue.ts";
import styles from "../parts/Panel.module.css";

export function Catalogue() {
  const [edited, setEdited] = useState<CatalogueRule | null>(null);
  useEffect(() => void loadCatalogue(), []);
  const found = catalogue.value.value;
  const problem = catalogue.problem.value;
  if (!found) return problem ? <ProblemNotice problem={problem} retry={loadCatalogue} /> : <Loading />;
  return (
    <div class={styles["page"]}>
      <header class={styles["head"]}>
        <div>
          <h1>{words.title}</h1>
          <p class="muted">{words.inForce(found.version, found.validFrom)}</p>
        </div>
        <div class={styles["acts"]}>
          <a class="button" href="/api/catalogue/file?format=csv" download>
            {words.exportCsv}
          </a>
          <a class="button" href="/api/catalogue/file?format=json" download>
            {words.exportJson}
          </a>
          {found.mayEdit && <ImportButton />}
          {found.mayEdit && (
            <button type="button" class="button primary" onClick={() => setEdited(blankRule)}>
              {words.add}
            </button>
          )}
        </div>
      </header>
      <p class="muted">{words.lead}</p>
      <p class="muted">{words.order}</p>
      {objection.value && <ProblemNotice problem={objection.value} />}
      <section class={`card ${styles["card"]}`} aria-label={words.check.title}>
        <h2>{words.check.title}</h2>
        {found.faults.length === 0 && <Hint>{words.check.clean}</Hint>}
        <ul class={styles["list"]}>
          {found.faults.map((fault) => (
            <li key={fault.message}>
              <b class={fault.grave ? styles["grave"] : styles["warning"]}>
                {fault.grave ? words.check.grave : words.check.warning}
              </b>
              {fault.message}
            </li>
          ))}
        </ul>
      </section>
      {found.draft && <CatalogueDraft draft={found.draft} now={found.now} />}
      <CatalogueProposals proposals={found.proposals} />
      <CatalogueRules rows={found.rules} mayEdit={found.mayEdit} edit={setEdited} />
      <CatalogueVersions found={found} />
      {edited && <RuleForm rule={edited} close={() => setEdited(null)} />}
    </div>
  );
}

function ImportButton() {
  return (
    <label class={`button ${styles["import"]}`}>
      {words.import}
      <input
        type="file"
        class="visuallyHidden"
        accept=".csv,.json"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (file) void importFile(file);
        }}
      />
    </label>
  );
}

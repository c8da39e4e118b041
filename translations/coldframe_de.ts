<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>As the &amp;System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>A&amp;usführen</translation>
    </message>
    <message>
        <source>Run the function with the event</source>
        <translation>Die Funktion mit dem Event ausführen</translation>
    </message>
    <message>
        <source>Run &amp;Cold</source>
        <translation>&amp;Kalt ausführen</translation>
    </message>
    <message>
        <source>Run Last &amp;Again</source>
        <translation>&amp;Letzten Lauf wiederholen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>Den Lauf stoppen</translation>
    </message>
    <message>
        <source>Rec&amp;ycle Environments</source>
        <translation>Umgebungen &amp;verwerfen</translation>
    </message>
    <message>
        <source>&amp;Open Folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;All</source>
        <translation>&amp;Alle speichern</translation>
    </message>
    <message>
        <source>&amp;Close File</source>
        <translation>Datei s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>S&amp;uchen…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Normal Size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>What the &amp;Numbers Mean</source>
        <translation>Was die &amp;Zahlen bedeuten</translation>
    </message>
    <message>
        <source>&amp;About Coldframe</source>
        <translation>&amp;Über Coldframe</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;New File</source>
        <translation>&amp;Neue Datei</translation>
    </message>
    <message>
        <source>Ne&amp;xt Panel</source>
        <translation>Nä&amp;chster Bereich</translation>
    </message>
    <message>
        <source>Pre&amp;vious Panel</source>
        <translation>Vor&amp;heriger Bereich</translation>
    </message>
    <message>
        <source>Run in a new execution environment, as a cold start. On Lambda, every event starts cold that finds no idle environment.</source>
        <translation>In einer neuen Ausführungsumgebung laufen lassen, als Cold Start. Auf Lambda startet jedes Event kalt, das keine freie Umgebung findet.</translation>
    </message>
    <message>
        <source>End all idle environments; the next run starts cold. Lambda does so when it likes, also under load.</source>
        <translation>Alle untätigen Umgebungen beenden; der nächste Lauf startet kalt. Lambda tut das, wann es will, auch unter Last.</translation>
    </message>
    <message>
        <source>Recycle</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Freeze Between Invocations</source>
        <translation>Zwischen Aufrufen ein&amp;frieren</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>Run &amp;Options…</source>
        <translation>Lauf-&amp;Optionen…</translation>
    </message>
    <message>
        <source>&amp;Probe</source>
        <translation>&amp;Probe</translation>
    </message>
    <message>
        <source>Find out what the event leaves to the next one</source>
        <translation>Herausfinden, was das Event dem nächsten hinterlässt</translation>
    </message>
    <message>
        <source>Stop Pro&amp;be</source>
        <translation>P&amp;robe stoppen</translation>
    </message>
    <message>
        <source>Send Asynchrono&amp;usly</source>
        <translation>&amp;Asynchron senden</translation>
    </message>
    <message>
        <source>Put the event into the queue, with retries and destinations</source>
        <translation>Das Event in die Warteschlange stellen, mit Wiederholungen und Zielen</translation>
    </message>
    <message>
        <source>Serve &amp;Lambda API</source>
        <translation>Lambda-AP&amp;I bereitstellen</translation>
    </message>
    <message>
        <source>Serve the functions on 127.0.0.1 for AWS SDKs and the AWS CLI</source>
        <translation>Die Funktionen auf 127.0.0.1 für AWS-SDKs und die AWS CLI bereitstellen</translation>
    </message>
    <message>
        <source>Run Fi&amp;xtures</source>
        <translation>Fi&amp;xtures ausführen</translation>
    </message>
    <message>
        <source>Run all fixtures that are listed</source>
        <translation>Alle aufgelisteten Fixtures ausführen</translation>
    </message>
    <message>
        <source>Run Failed Fix&amp;tures</source>
        <translation>Fehlgeschlagene Fix&amp;tures ausführen</translation>
    </message>
    <message>
        <source>Run again what did not pass</source>
        <translation>Erneut ausführen, was nicht bestanden hat</translation>
    </message>
    <message>
        <source>Save Run as Fixtur&amp;e…</source>
        <translation>Lauf als Fixtur&amp;e speichern…</translation>
    </message>
    <message>
        <source>Keep the event of the last run, and what came of it, as a test</source>
        <translation>Das Event des letzten Laufs und sein Ergebnis als Test behalten</translation>
    </message>
    <message>
        <source>Tune &amp;Memory</source>
        <translation>Speicher a&amp;bstimmen</translation>
    </message>
    <message>
        <source>Find the memory size that is the cheapest or the fastest</source>
        <translation>Die Speichergröße finden, die am billigsten oder am schnellsten ist</translation>
    </message>
    <message>
        <source>Stop Tunin&amp;g</source>
        <translation>Abstimmun&amp;g stoppen</translation>
    </message>
    <message>
        <source>Open &amp;Log File…</source>
        <translation>&amp;Log-Datei öffnen…</translation>
    </message>
    <message>
        <source>Save Repor&amp;t…</source>
        <translation>Berich&amp;t speichern…</translation>
    </message>
    <message>
        <source>Save the run that is shown as one HTML file</source>
        <translation>Den gezeigten Lauf als eine HTML-Datei speichern</translation>
    </message>
</context>
<context>
    <name>ColdStartText</name>
    <message>
        <source>Cold: the function had no environment yet.</source>
        <translation>Kalt: Die Funktion hatte noch keine Umgebung.</translation>
    </message>
    <message>
        <source>Cold: every environment was busy with another invocation.</source>
        <translation>Kalt: Alle Umgebungen waren mit anderen Aufrufen beschäftigt.</translation>
    </message>
    <message>
        <source>Cold: a cold start was asked for.</source>
        <translation>Kalt: Ein Cold Start wurde verlangt.</translation>
    </message>
    <message>
        <source>Cold: the code was changed since the last run.</source>
        <translation>Kalt: Der Code wurde seit dem letzten Lauf geändert.</translation>
    </message>
    <message>
        <source>Cold: %1 was changed since the last run.</source>
        <translation>Kalt: %1 wurde seit dem letzten Lauf geändert.</translation>
    </message>
    <message>
        <source>Cold: the function&apos;s configuration was changed since the last run.</source>
        <translation>Kalt: Die Konfiguration der Funktion wurde seit dem letzten Lauf geändert.</translation>
    </message>
    <message>
        <source>Cold: the environments were recycled.</source>
        <translation>Kalt: Die Umgebungen wurden verworfen.</translation>
    </message>
    <message>
        <source>Cold: the last environment was stopped.</source>
        <translation>Kalt: Die letzte Umgebung wurde gestoppt.</translation>
    </message>
    <message>
        <source>Cold inside the invocation: a timeout, a crash or a failed init phase had ended the environment&apos;s processes; /tmp was kept.</source>
        <translation>Kalt innerhalb des Aufrufs: Ein Timeout, ein Absturz oder eine gescheiterte Init-Phase hatte die Prozesse der Umgebung beendet; /tmp blieb erhalten.</translation>
    </message>
    <message>
        <source>Cold: the last environment had no event for longer than the assumed idle lifetime.</source>
        <translation>Kalt: Die letzte Umgebung hatte länger kein Event als die angenommene Lebensdauer im Leerlauf.</translation>
    </message>
    <message>
        <source>Cold: the last environment had made room for another function&apos;s (the cap of environments on this computer, not a rule of Lambda).</source>
        <translation>Kalt: Die letzte Umgebung hatte der einer anderen Funktion Platz gemacht (die Obergrenze der Umgebungen auf diesem Computer, keine Regel von Lambda).</translation>
    </message>
    <message>
        <source>The event was held back for %1, because the cap of environments on this computer was reached; Lambda has no such cap.</source>
        <translation>Das Event wurde %1 lang zurückgehalten, weil die Obergrenze der Umgebungen auf diesem Computer erreicht war; Lambda hat keine solche Obergrenze.</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Run a function with one event.</source>
        <translation>Eine Funktion mit einem Event ausführen.</translation>
    </message>
    <message>
        <source>List the event templates.</source>
        <translation>Die Event-Vorlagen auflisten.</translation>
    </message>
    <message>
        <source>Print a sample event made from a template.</source>
        <translation>Ein Beispiel-Event aus einer Vorlage ausgeben.</translation>
    </message>
    <message>
        <source>Usage: coldframe-cli COMMAND [OPTIONS]</source>
        <translation>Aufruf: coldframe-cli BEFEHL [OPTIONEN]</translation>
    </message>
    <message>
        <source>coldframe-cli COMMAND --help tells the options of a command.</source>
        <translation>coldframe-cli BEFEHL --help nennt die Optionen eines Befehls.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no command. coldframe-cli --help lists them.</source>
        <translation>„%1“ ist kein Befehl. coldframe-cli --help listet die Befehle auf.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>How to print: text or json.</source>
        <translation>Form der Ausgabe: text oder json.</translation>
    </message>
    <message>
        <source>--output: &quot;%1&quot; is neither text nor json</source>
        <translation>--output: „%1“ ist weder text noch json</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: it must be KEY=VALUE</source>
        <translation>„%1“: verlangt ist KEY=VALUE</translation>
    </message>
    <message>
        <source>Isolation by bubblewrap</source>
        <translation>Isolation mit bubblewrap</translation>
    </message>
    <message>
        <source>Found on this computer</source>
        <translation>Auf diesem Computer gefunden</translation>
    </message>
    <message>
        <source>A template&apos;s id: coldframe-cli templates lists them.</source>
        <translation>ID einer Vorlage: coldframe-cli templates listet sie auf.</translation>
    </message>
    <message>
        <source>Set a parameter; may be repeated.</source>
        <translation>Einen Parameter setzen; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Give the id of one template.</source>
        <translation>Die ID genau einer Vorlage angeben.</translation>
    </message>
    <message>
        <source>--event and --template: give only one of them</source>
        <translation>--event und --template: nur eines von beiden angeben</translation>
    </message>
    <message>
        <source>--set: it needs --template</source>
        <translation>--set: verlangt --template</translation>
    </message>
    <message>
        <source>Give one TARGET: FILE[:function], a folder or a function&apos;s name.</source>
        <translation>Genau ein TARGET angeben: FILE[:function], einen Ordner oder den Namen einer Funktion.</translation>
    </message>
    <message>
        <source>--%1: &quot;%2&quot;, it must be %3</source>
        <translation>--%1: „%2“, verlangt ist %3</translation>
    </message>
    <message>
        <source>a whole number of MB</source>
        <translation>eine ganze Zahl von MB</translation>
    </message>
    <message>
        <source>a number of seconds above 0 and up to 900</source>
        <translation>eine Zahl von Sekunden über 0 bis höchstens 900</translation>
    </message>
    <message>
        <source>auto, bubblewrap or none</source>
        <translation>auto, bubblewrap oder none</translation>
    </message>
    <message>
        <source>FILE[:function], a folder, or the name of a function of the workspace.</source>
        <translation>FILE[:function], ein Ordner oder der Name einer Funktion des Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>Folder whose functions TARGET names; here by default.</source>
        <translation>Ordner, dessen Funktionen TARGET benennt; ohne Angabe der aktuelle.</translation>
    </message>
    <message>
        <source>Handler of a folder, for example app.handler.</source>
        <translation>Handler eines Ordners, zum Beispiel app.handler.</translation>
    </message>
    <message>
        <source>Make the event from this template.</source>
        <translation>Das Event aus dieser Vorlage erzeugen.</translation>
    </message>
    <message>
        <source>Set a parameter of the template; may be repeated.</source>
        <translation>Einen Parameter der Vorlage setzen; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Start a new execution environment for each run.</source>
        <translation>Für jeden Lauf eine neue Ausführungsumgebung starten.</translation>
    </message>
    <message>
        <source>Run the event this many times, one after the other.</source>
        <translation>Das Event so oft nacheinander ausführen.</translation>
    </message>
    <message>
        <source>The function&apos;s timeout.</source>
        <translation>Timeout der Funktion.</translation>
    </message>
    <message>
        <source>The function&apos;s memory, 128 to 10240.</source>
        <translation>Speicher der Funktion, 128 bis 10240.</translation>
    </message>
    <message>
        <source>Set an environment variable; may be repeated.</source>
        <translation>Eine Umgebungsvariable setzen; mehrfach möglich.</translation>
    </message>
    <message>
        <source>auto, bubblewrap or none.</source>
        <translation>auto, bubblewrap oder none.</translation>
    </message>
    <message>
        <source>Also print what the run would cost.</source>
        <translation>Auch ausgeben, was der Lauf kosten würde.</translation>
    </message>
    <message>
        <source>COST %1 per call, %2 per million calls like this one (modelled: list prices of %3, %4, %5, without free tier)</source>
        <translation>COST %1 pro Aufruf, %2 pro Million solcher Aufrufe (modelliert: Listenpreise vom %3, %4, %5, ohne Free Tier)</translation>
    </message>
    <message>
        <source>Only templates that have all these words.</source>
        <translation>Nur Vorlagen, die alle diese Wörter enthalten.</translation>
    </message>
    <message>
        <source>No template has all these words: %1</source>
        <translation>Keine Vorlage enthält alle diese Wörter: %1</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>Show what was found on this computer, and which limits and figures are enforced, measured, modelled or not emulated.</source>
        <translation>Zeigen, was auf diesem Computer gefunden wurde und welche Grenzen und Werte erzwungen, gemessen, modelliert oder nicht emuliert sind.</translation>
    </message>
    <message>
        <source>--%1: it needs %2</source>
        <translation>--%1: verlangt %2</translation>
    </message>
    <message>
        <source>DEBUG, INFO or WARN</source>
        <translation>DEBUG, INFO oder WARN</translation>
    </message>
    <message>
        <source>TRACE, DEBUG, INFO, WARN, ERROR or FATAL</source>
        <translation>TRACE, DEBUG, INFO, WARN, ERROR oder FATAL</translation>
    </message>
    <message>
        <source>text or json</source>
        <translation>text oder json</translation>
    </message>
    <message>
        <source>Lambda runtime, for example python3.12, nodejs20.x, provided.al2023, python or nodejs.</source>
        <translation>Lambda-Runtime, zum Beispiel python3.12, nodejs20.x, provided.al2023, python oder nodejs.</translation>
    </message>
    <message>
        <source>Folder or zip file for /opt, after those of the template; may be repeated.</source>
        <translation>Ordner oder Zip-Datei für /opt, nach denen des Templates; mehrfach möglich.</translation>
    </message>
    <message>
        <source>The size of /tmp, 512 to 10240.</source>
        <translation>Größe von /tmp, 512 bis 10240.</translation>
    </message>
    <message>
        <source>How the function&apos;s log is written: text or json.</source>
        <translation>Form des Logs der Funktion: text oder json.</translation>
    </message>
    <message>
        <source>Lowest level of the function&apos;s own lines, TRACE to FATAL; needs the log format json.</source>
        <translation>Niedrigste Stufe der eigenen Zeilen der Funktion, TRACE bis FATAL; verlangt das Log-Format json.</translation>
    </message>
    <message>
        <source>Lowest level of the platform&apos;s lines, DEBUG, INFO or WARN; needs the log format json.</source>
        <translation>Niedrigste Stufe der Zeilen der Plattform, DEBUG, INFO oder WARN; verlangt das Log-Format json.</translation>
    </message>
    <message>
        <source>JSON for the context&apos;s client_context, or a file with it.</source>
        <translation>JSON für client_context im Context, oder eine Datei damit.</translation>
    </message>
    <message>
        <source>Take the response as it arrives, up to 200 MB.</source>
        <translation>Die Antwort annehmen, während sie eintrifft, bis 200 MB.</translation>
    </message>
    <message>
        <source>Slow a streamed response down to Lambda&apos;s 2 MB/s after 6 MB.</source>
        <translation>Eine gestreamte Antwort nach 6 MB auf die 2 MB/s von Lambda bremsen.</translation>
    </message>
    <message>
        <source>Give CPU time in proportion to the memory, as Lambda does.</source>
        <translation>CPU-Zeit im Verhältnis zum Speicher zuteilen, wie auf Lambda.</translation>
    </message>
    <message>
        <source>Let processes run on between the events of --repeat.</source>
        <translation>Prozesse zwischen den Events von --repeat weiterlaufen lassen.</translation>
    </message>
    <message>
        <source>Start like a SnapStart function, with its restore hooks.</source>
        <translation>Wie eine SnapStart-Funktion starten, mit ihren Hooks nach dem Wiederherstellen.</translation>
    </message>
    <message>
        <source>Give the function the AWS keys and the region of your own environment; it can then change your account.</source>
        <translation>Der Funktion die AWS-Schlüssel und die Region der eigenen Umgebung geben; sie kann dann das eigene Konto verändern.</translation>
    </message>
    <message>
        <source>function:NAME, file:PATH or an address of this computer, for example http://127.0.0.1:8080/</source>
        <translation>function:NAME, file:PATH oder eine Adresse dieses Computers, zum Beispiel http://127.0.0.1:8080/</translation>
    </message>
    <message>
        <source>0, 1 or 2</source>
        <translation>0, 1 oder 2</translation>
    </message>
    <message>
        <source>60s to 6h, for example 90s, 10m or 1h</source>
        <translation>60s bis 6h, zum Beispiel 90s, 10m oder 1h</translation>
    </message>
    <message>
        <source>Put the event into a queue as Lambda does: it is tried again after failures.</source>
        <translation>Das Event wie Lambda in eine Warteschlange stellen: Nach Fehlern wird es erneut versucht.</translation>
    </message>
    <message>
        <source>Do not wait for the next attempt: let virtual time pass.</source>
        <translation>Nicht auf den nächsten Versuch warten: virtuelle Zeit vergehen lassen.</translation>
    </message>
    <message>
        <source>Where the record of a success goes: function:NAME, file:PATH or http://127.0.0.1...</source>
        <translation>Wohin der Datensatz eines Erfolgs geht: function:NAME, file:PATH oder http://127.0.0.1...</translation>
    </message>
    <message>
        <source>Where the record of a final failure goes.</source>
        <translation>Wohin der Datensatz eines endgültigen Fehlschlags geht.</translation>
    </message>
    <message>
        <source>Where the event itself goes after it failed.</source>
        <translation>Wohin das Event selbst geht, wenn es fehlgeschlagen ist.</translation>
    </message>
    <message>
        <source>Retries after function errors, 0 to 2.</source>
        <translation>Wiederholungen nach Funktionsfehlern, 0 bis 2.</translation>
    </message>
    <message>
        <source>How long the event is tried, 60s to 6h; 6h by default.</source>
        <translation>Wie lange das Event versucht wird, 60s bis 6h; ohne Angabe 6h.</translation>
    </message>
    <message>
        <source>Deliver the event twice, as Lambda may: at least once.</source>
        <translation>Das Event zweimal zustellen, wie es Lambda darf: mindestens einmal.</translation>
    </message>
    <message>
        <source>--%1: an asynchronous invocation has none</source>
        <translation>--%1: gibt es bei einem asynchronen Aufruf nicht</translation>
    </message>
    <message>
        <source>accepted (202) for %1</source>
        <translation>angenommen (202) für %1</translation>
    </message>
    <message>
        <source>delivered again (duplicate): %1</source>
        <translation>erneut zugestellt (Duplikat): %1</translation>
    </message>
    <message>
        <source>not run: %1</source>
        <translation>nicht ausgeführt: %1</translation>
    </message>
    <message>
        <source>attempt %1: %2</source>
        <translation>Versuch %1: %2</translation>
    </message>
    <message>
        <source>next attempt in %1 s, at %2: skipped, times are virtual</source>
        <translation>nächster Versuch in %1 s, um %2: übersprungen, Zeiten sind virtuell</translation>
    </message>
    <message>
        <source>next attempt in %1 s, at %2; with --fast-forward there is no waiting, Ctrl-C ends</source>
        <translation>nächster Versuch in %1 s, um %2; mit --fast-forward entfällt das Warten, Strg-C beendet</translation>
    </message>
    <message>
        <source>%1, attempts: %2</source>
        <translation>%1, Versuche: %2</translation>
    </message>
    <message>
        <source>record %1</source>
        <translation>Datensatz %1</translation>
    </message>
    <message>
        <source>dead letter</source>
        <translation>Dead Letter</translation>
    </message>
    <message>
        <source>record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>%1 delivered to %2</source>
        <translation>%1 zugestellt an %2</translation>
    </message>
    <message>
        <source>%1 not delivered to %2: %3</source>
        <translation>%1 nicht zugestellt an %2: %3</translation>
    </message>
    <message>
        <source>Ended before the event was dealt with; it is dropped.</source>
        <translation>Beendet, bevor das Event erledigt war; es wird verworfen.</translation>
    </message>
    <message>
        <source>Find out what an invocation leaves behind for the next one, and whether results depend on it.</source>
        <translation>Herausfinden, was ein Aufruf dem nächsten hinterlässt und ob Ergebnisse davon abhängen.</translation>
    </message>
    <message>
        <source>Serve Lambda&apos;s API, for AWS SDKs and the AWS CLI.</source>
        <translation>Die API von Lambda bereitstellen, für AWS-SDKs und die AWS CLI.</translation>
    </message>
    <message>
        <source>--%1: probe does not have it</source>
        <translation>--%1: gibt es bei probe nicht</translation>
    </message>
    <message>
        <source>--times: &quot;%1&quot;, it must be a whole number from %2 to %3</source>
        <translation>--times: „%1“, verlangt ist eine ganze Zahl von %2 bis %3</translation>
    </message>
    <message>
        <source>--times and --duplicate: give only one of them</source>
        <translation>--times und --duplicate: nur eines von beiden angeben</translation>
    </message>
    <message>
        <source>Invocation %1 of %2</source>
        <translation>Aufruf %1 von %2</translation>
    </message>
    <message>
        <source>Warm invocations, and as many cold ones.</source>
        <translation>Warme Aufrufe, und ebenso viele kalte.</translation>
    </message>
    <message>
        <source>Deliver one event twice with the same request id, and once to a new environment.</source>
        <translation>Ein Event zweimal mit derselben Request-ID zustellen und einmal an eine neue Umgebung.</translation>
    </message>
    <message>
        <source>--port: &quot;%1&quot;, it must be a number from 0 to 65535</source>
        <translation>--port: „%1“, verlangt ist eine Zahl von 0 bis 65535</translation>
    </message>
    <message>
        <source>Folder whose functions are served; here by default.</source>
        <translation>Ordner, dessen Funktionen bereitgestellt werden; ohne Angabe der aktuelle.</translation>
    </message>
    <message>
        <source>Port on 127.0.0.1; 0 picks a free one.</source>
        <translation>Port auf 127.0.0.1; 0 nimmt einen freien.</translation>
    </message>
    <message>
        <source>Let the functions&apos; own SDK clients for Lambda find this endpoint, by AWS_ENDPOINT_URL_LAMBDA.</source>
        <translation>Die SDK-Clients der Funktionen für Lambda diesen Endpunkt finden lassen, durch AWS_ENDPOINT_URL_LAMBDA.</translation>
    </message>
    <message>
        <source>Lambda&apos;s API is served on %1 until Ctrl+C.</source>
        <translation>Die API von Lambda wird auf %1 bereitgestellt, bis Strg+C gedrückt wird.</translation>
    </message>
    <message>
        <source>Functions: %1</source>
        <translation>Funktionen: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not understood. Give the folder with --workspace.</source>
        <translation>„%1“ ist unverständlich. Den Ordner mit --workspace angeben.</translation>
    </message>
    <message>
        <source>There is no function in %1. Give a folder with handlers or a template.yaml with --workspace.</source>
        <translation>In %1 gibt es keine Funktion. Mit --workspace einen Ordner mit Handlern oder einer template.yaml angeben.</translation>
    </message>
    <message>
        <source>The port can&apos;t be used: %1. Choose another with --port, or 0 for a free one.</source>
        <translation>Der Port ist nicht verwendbar: %1. Mit --port einen anderen wählen, oder 0 für einen freien.</translation>
    </message>
    <message>
        <source>Run the events of a workspace and check what is expected of them.</source>
        <translation>Die Events eines Arbeitsbereichs ausführen und prüfen, was von ihnen erwartet wird.</translation>
    </message>
    <message>
        <source>Check events: what in them AWS would not send.</source>
        <translation>Events prüfen: was darin AWS nicht senden würde.</translation>
    </message>
    <message>
        <source>Print the event that a curl command, a copied event or a log line stands for.</source>
        <translation>Das Event ausgeben, für das ein curl-Befehl, ein kopiertes Event oder eine Log-Zeile steht.</translation>
    </message>
    <message>
        <source>Import events from other tools, and export them as commands.</source>
        <translation>Events aus anderen Werkzeugen importieren und als Befehle exportieren.</translation>
    </message>
    <message>
        <source>Make fixtures of the events that other tools keep in files.</source>
        <translation>Aus den Events, die andere Werkzeuge in Dateien aufbewahren, Fixtures machen.</translation>
    </message>
    <message>
        <source>Write fixtures as curl commands, calls of the AWS CLI, or shareable test events.</source>
        <translation>Fixtures als curl-Befehle, Aufrufe der AWS CLI oder Shareable Test Events schreiben.</translation>
    </message>
    <message>
        <source>Usage: coldframe-cli fixtures COMMAND [OPTIONS]</source>
        <translation>Aufruf: coldframe-cli fixtures BEFEHL [OPTIONEN]</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no command of fixtures. coldframe-cli fixtures --help lists them.</source>
        <translation>„%1“ ist kein Befehl von fixtures. coldframe-cli fixtures --help listet die Befehle auf.</translation>
    </message>
    <message>
        <source>curl, aws-cli, or test-events (AWS&apos;s shareable test events).</source>
        <translation>curl, aws-cli oder test-events (Shareable Test Events von AWS).</translation>
    </message>
    <message>
        <source>Folder with the fixtures; here by default.</source>
        <translation>Ordner mit den Fixtures; ohne Angabe der aktuelle.</translation>
    </message>
    <message>
        <source>Function to invoke, instead of the fixture&apos;s own; of test-events: only this one&apos;s.</source>
        <translation>Funktion, die statt der eigenen der Fixture aufgerufen wird; bei test-events: nur die Events dieser Funktion.</translation>
    </message>
    <message>
        <source>Where curl sends HTTP requests, instead of the event&apos;s own host, for example http://127.0.0.1:3000.</source>
        <translation>Wohin curl HTTP-Anfragen sendet, statt an den Host des Events, zum Beispiel http://127.0.0.1:3000.</translation>
    </message>
    <message>
        <source>Invoke the function through the Lambda API there, as `serve` offers it.</source>
        <translation>Die Funktion über die Lambda-API dort aufrufen, wie `serve` sie bereitstellt.</translation>
    </message>
    <message>
        <source>File to write, instead of standard output. One that is there is only replaced with --force.</source>
        <translation>Zieldatei statt der Standardausgabe. Eine vorhandene wird nur mit --force ersetzt.</translation>
    </message>
    <message>
        <source>Document of test events that the events are added to; --to may be the same file.</source>
        <translation>Dokument mit Test-Events, zu dem die Events hinzukommen; --to darf dieselbe Datei sein.</translation>
    </message>
    <message>
        <source>Replace the file, and events of the same name in the document.</source>
        <translation>Die Datei ersetzen, und im Dokument Events desselben Namens.</translation>
    </message>
    <message>
        <source>Names or files of events; all of them for test-events.</source>
        <translation>Namen oder Dateien von Events; bei test-events ohne Angabe alle.</translation>
    </message>
    <message>
        <source>an address that begins with http:// or https://</source>
        <translation>eine Adresse, die mit http:// oder https:// beginnt</translation>
    </message>
    <message>
        <source>give --format with curl, aws-cli or test-events</source>
        <translation>--format mit curl, aws-cli oder test-events angeben</translation>
    </message>
    <message>
        <source>curl, aws-cli or test-events</source>
        <translation>curl, aws-cli oder test-events</translation>
    </message>
    <message>
        <source>--url and --endpoint-url: give only one of them</source>
        <translation>--url und --endpoint-url: nur eines von beiden angeben</translation>
    </message>
    <message>
        <source>several events are called %1: %2; give the file</source>
        <translation>mehrere Events heißen %1: %2; die Datei angeben</translation>
    </message>
    <message>
        <source>%1 (did you mean %2?)</source>
        <translation>%1 (war %2 gemeint?)</translation>
    </message>
    <message>
        <source>%1: the event does not name its host; give it with --url</source>
        <translation>%1: das Event nennt seinen Host nicht; ihn mit --url angeben</translation>
    </message>
    <message>
        <source>--url: %1 is no HTTP request; use --endpoint-url to invoke the function</source>
        <translation>--url: %1 ist keine HTTP-Anfrage; mit --endpoint-url lässt sich die Funktion aufrufen</translation>
    </message>
    <message>
        <source>the workspace has no events to export</source>
        <translation>der Arbeitsbereich hat keine Events zum Exportieren</translation>
    </message>
    <message>
        <source>--function: no event is for %1; say which with &quot;function&quot; in its sidecar</source>
        <translation>--function: kein Event ist für %1; mit „function“ in der Sidecar-Datei angeben, welches es ist</translation>
    </message>
    <message>
        <source>%1 is there already; give --force to replace it, or another file</source>
        <translation>%1 gibt es schon; --force angeben, um die Datei zu ersetzen, oder eine andere Datei</translation>
    </message>
    <message>
        <source>Give the names or files of the events to export.</source>
        <translation>Die Namen oder Dateien der Events angeben, die exportiert werden sollen.</translation>
    </message>
    <message>
        <source>Folder that gets the fixtures; here by default.</source>
        <translation>Ordner, der die Fixtures bekommt; ohne Angabe der aktuelle.</translation>
    </message>
    <message>
        <source>Folder of events in the workspace; its last part has to be &quot;events&quot;.</source>
        <translation>Ordner für Events im Arbeitsbereich; sein letzter Teil muss „events“ sein.</translation>
    </message>
    <message>
        <source>What the files are: auto, event (plain events), test-events (AWS&apos;s shareable test events) or launch (a launch.json).</source>
        <translation>Was die Dateien sind: auto, event (einfache Events), test-events (Shareable Test Events von AWS) oder launch (eine launch.json).</translation>
    </message>
    <message>
        <source>Function that all of them are for.</source>
        <translation>Funktion, für die sie alle sind.</translation>
    </message>
    <message>
        <source>Replace events of the same name, instead of choosing another name. What they expect stays.</source>
        <translation>Events desselben Namens ersetzen, statt einen anderen Namen zu wählen. Was von ihnen erwartet wird, bleibt.</translation>
    </message>
    <message>
        <source>Say what would happen, and write nothing.</source>
        <translation>Nur sagen, was geschehen würde, und nichts schreiben.</translation>
    </message>
    <message>
        <source>Files, folders, or - for standard input. Of a project&apos;s folder: events/*.json, .vscode/launch.json and .lambda-test-tool/SavedRequests.</source>
        <translation>Dateien, Ordner oder - für die Standardeingabe. Aus dem Ordner eines Projekts: events/*.json, .vscode/launch.json und .lambda-test-tool/SavedRequests.</translation>
    </message>
    <message>
        <source>auto, event, test-events or launch</source>
        <translation>auto, event, test-events oder launch</translation>
    </message>
    <message>
        <source>a folder called events, relative to the workspace</source>
        <translation>ein Ordner namens events, relativ zum Arbeitsbereich</translation>
    </message>
    <message>
        <source>%1: created</source>
        <translation>%1: angelegt</translation>
    </message>
    <message>
        <source>%1: replaced</source>
        <translation>%1: ersetzt</translation>
    </message>
    <message>
        <source>%1: the same event is there already</source>
        <translation>%1: dasselbe Event ist schon da</translation>
    </message>
    <message>
        <source>Give the files or folders whose events are to be imported.</source>
        <translation>Die Dateien oder Ordner angeben, deren Events importiert werden sollen.</translation>
    </message>
    <message>
        <source>Print a sample event made from a template. With an id, --help tells the template&apos;s parameters; each of them is an option, too.</source>
        <translation>Ein Beispiel-Event aus einer Vorlage ausgeben. Mit einer ID nennt --help die Parameter der Vorlage; jeder davon ist auch eine Option.</translation>
    </message>
    <message>
        <source>Bring the event by other services, named in the order in which they carry it: one or more of %1.</source>
        <translation>Das Event über andere Dienste bringen, genannt in der Reihenfolge, in der sie es weitergeben: einen oder mehrere von %1.</translation>
    </message>
    <message>
        <source>With --through: SNS delivers the bare message.</source>
        <translation>Mit --through: SNS stellt nur die Nachricht selbst zu.</translation>
    </message>
    <message>
        <source>%1 Type: %2. Accepts: %3. Default: %4</source>
        <translation>%1 Typ: %2. Zulässig: %3. Standard: %4</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>one or more of %1</source>
        <translation>eines oder mehrere von %1</translation>
    </message>
    <message>
        <source>Print the event that a curl command, a copied event or a log line stands for. What was left out or assumed goes to standard error.</source>
        <translation>Das Event ausgeben, für das ein curl-Befehl, ein kopiertes Event oder eine Log-Zeile steht. Was weggelassen oder angenommen wurde, geht an die Standardfehlerausgabe.</translation>
    </message>
    <message>
        <source>A file with the text; standard input without it.</source>
        <translation>Datei mit dem Text; ohne Angabe die Standardeingabe.</translation>
    </message>
    <message>
        <source>What a curl command becomes: apigw-http-v2, apigw-rest, function-url, alb or another template of a request.</source>
        <translation>Was aus einem curl-Befehl wird: apigw-http-v2, apigw-rest, function-url, alb oder eine andere Vorlage einer Anfrage.</translation>
    </message>
    <message>
        <source>Give one FILE, or none.</source>
        <translation>Eine FILE angeben, oder keine.</translation>
    </message>
    <message>
        <source>%1: fixed: %2 (%3) [%4]</source>
        <translation>%1: behoben: %2 (%3) [%4]</translation>
    </message>
    <message>
        <source>%1: The source of this event is not known: only its size and its JSON were checked.</source>
        <translation>%1: Die Quelle dieses Events ist nicht bekannt: nur seine Größe und sein JSON wurden geprüft.</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Problems: %1</source>
        <translation>Probleme: %1</translation>
    </message>
    <message>
        <source>, fixed: %1</source>
        <translation>, behoben: %1</translation>
    </message>
    <message>
        <source>, --fix can mend: %1</source>
        <translation>, --fix kann beheben: %1</translation>
    </message>
    <message>
        <source>Check events: what in them AWS would not send, and how to mend it. The status is 1 when there are problems.</source>
        <translation>Events prüfen: was darin AWS nicht senden würde, und wie es sich beheben lässt. Der Exit-Status ist 1, wenn es Probleme gibt.</translation>
    </message>
    <message>
        <source>A file with an event; - is standard input.</source>
        <translation>Datei mit einem Event; - ist die Standardeingabe.</translation>
    </message>
    <message>
        <source>Mend in the files what can be mended, and tell what changed.</source>
        <translation>In den Dateien beheben, was sich beheben lässt, und die Änderungen nennen.</translation>
    </message>
    <message>
        <source>Leave out warnings.</source>
        <translation>Warnungen weglassen.</translation>
    </message>
    <message>
        <source>Give at least one FILE.</source>
        <translation>Mindestens eine FILE angeben.</translation>
    </message>
    <message>
        <source>--fix changes files, and standard input is none.</source>
        <translation>--fix ändert Dateien, und die Standardeingabe ist keine.</translation>
    </message>
    <message>
        <source>%1 of %2 fixtures</source>
        <translation>%1 von %2 Fixtures</translation>
    </message>
    <message>
        <source>1 event without an .expect.json was left out; name it to run it.</source>
        <translation>1 Event ohne .expect.json wurde ausgelassen; zum Ausführen seinen Namen angeben.</translation>
    </message>
    <message>
        <source>%1 events without an .expect.json were left out; name them to run them.</source>
        <translation>%1 Events ohne .expect.json wurden ausgelassen; zum Ausführen ihre Namen angeben.</translation>
    </message>
    <message>
        <source>No fixture in %1 has the tag %2.</source>
        <translation>Keine Fixture in %1 hat das Tag %2.</translation>
    </message>
    <message>
        <source>No event in %1 has an .expect.json beside it. Name an event itself to run it.</source>
        <translation>Neben keinem Event in %1 liegt eine .expect.json. Zum Ausführen das Event selbst angeben.</translation>
    </message>
    <message>
        <source>There is no fixture in %1. Fixtures are JSON files in folders called &quot;events&quot;.</source>
        <translation>In %1 gibt es keine Fixture. Fixtures sind JSON-Dateien in Ordnern namens „events“.</translation>
    </message>
    <message>
        <source>Watching %1 until Ctrl+C.</source>
        <translation>%1 wird beobachtet, bis Strg+C gedrückt wird.</translation>
    </message>
    <message>
        <source>---- %1, changed: %2 ----</source>
        <translation>---- %1, geändert: %2 ----</translation>
    </message>
    <message>
        <source>Run the events of a workspace and check what their fixtures expect. PATH is a workspace, a folder in it, an event or its .expect.json; here by default. The exit status is 0 when all passed, 1 when one did not, 2 when nothing could be run, and 130 after Ctrl+C.</source>
        <translation>Die Events eines Arbeitsbereichs ausführen und prüfen, was ihre Fixtures erwarten. PATH ist ein Arbeitsbereich, ein Ordner darin, ein Event oder seine .expect.json; ohne Angabe der aktuelle Ordner. Der Exit-Status ist 0, wenn alle bestanden haben, 1, wenn eine nicht bestanden hat, 2, wenn nichts ausgeführt werden konnte, und 130 nach Strg+C.</translation>
    </message>
    <message>
        <source>a whole number from 1 to %1</source>
        <translation>eine ganze Zahl von 1 bis %1</translation>
    </message>
    <message>
        <source>numbers of MB from %1 to %2, with commas between them</source>
        <translation>eine Liste von MB-Zahlen von %1 bis %2, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>warm, cold or both</source>
        <translation>warm, cold oder both</translation>
    </message>
    <message>
        <source>Folder with the functions; found from the paths by default.</source>
        <translation>Ordner mit den Funktionen; ohne Angabe aus den Pfaden ermittelt.</translation>
    </message>
    <message>
        <source>Only fixtures with one of these tags: smoke,slow.</source>
        <translation>Nur Fixtures mit einem dieser Tags: smoke,slow.</translation>
    </message>
    <message>
        <source>Run all with each of these memory sizes: 128,512.</source>
        <translation>Alle mit jeder dieser Speichergrößen ausführen: 128,512.</translation>
    </message>
    <message>
        <source>Run all on each of these runtimes: python3.12,python3.13.</source>
        <translation>Alle auf jeder dieser Runtimes ausführen: python3.12,python3.13.</translation>
    </message>
    <message>
        <source>warm, cold or both, instead of what the fixtures say.</source>
        <translation>warm, cold oder both, statt dessen, was die Fixtures sagen.</translation>
    </message>
    <message>
        <source>Invocations at the same time.</source>
        <translation>Gleichzeitige Aufrufe.</translation>
    </message>
    <message>
        <source>Run each fixture this often, instead of what it says.</source>
        <translation>Jede Fixture so oft ausführen, statt so oft, wie sie es sagt.</translation>
    </message>
    <message>
        <source>Begin nothing more after a failure.</source>
        <translation>Nach einem Fehlschlag nichts mehr beginnen.</translation>
    </message>
    <message>
        <source>Run what is affected again whenever code or fixtures change, until Ctrl+C.</source>
        <translation>Bei jeder Änderung an Code oder Fixtures erneut ausführen, was betroffen ist, bis Strg+C gedrückt wird.</translation>
    </message>
    <message>
        <source>Write responses that changed, or were never accepted, into the fixtures as the golden ones.</source>
        <translation>Antworten, die sich geändert haben oder nie angenommen wurden, als Referenzantworten (golden) in die Fixtures schreiben.</translation>
    </message>
    <message>
        <source>Fail when a budget is exceeded, instead of warning.</source>
        <translation>Fehlschlagen, wenn ein Budget überschritten ist, statt zu warnen.</translation>
    </message>
    <message>
        <source>Also write a JUnit report as XML.</source>
        <translation>Zusätzlich einen JUnit-Bericht als XML schreiben.</translation>
    </message>
    <message>
        <source>The same as --output json.</source>
        <translation>Dasselbe wie --output json.</translation>
    </message>
    <message>
        <source>Print what would run, and run nothing.</source>
        <translation>Ausgeben, was laufen würde, und nichts ausführen.</translation>
    </message>
    <message>
        <source>%1 and %2 belong to different workspaces; give one of them, or --workspace</source>
        <translation>%1 und %2 gehören zu verschiedenen Arbeitsbereichen; nur eines davon oder --workspace angeben</translation>
    </message>
    <message>
        <source>%1 is no event of the workspace %2; events are JSON files in folders called &quot;events&quot;</source>
        <translation>%1 ist kein Event des Arbeitsbereichs %2; Events sind JSON-Dateien in Ordnern namens „events“</translation>
    </message>
    <message>
        <source>Find the memory size at which a function is the cheapest or the fastest.</source>
        <translation>Die Speichergröße finden, bei der eine Funktion am billigsten oder am schnellsten ist.</translation>
    </message>
    <message>
        <source>Tell what a month of requests would cost, on both architectures and against instances.</source>
        <translation>Sagen, was ein Monat mit Requests kosten würde, auf beiden Architekturen und gegenüber Instanzen.</translation>
    </message>
    <message>
        <source>Search, compare and move the runs that a workspace&apos;s history keeps.</source>
        <translation>Die Läufe im Verlauf eines Arbeitsbereichs suchen, vergleichen und übertragen.</translation>
    </message>
    <message>
        <source>Put two runs, or two sets of runs, beside each other.</source>
        <translation>Zwei Läufe oder zwei Gruppen von Läufen nebeneinanderstellen.</translation>
    </message>
    <message>
        <source>Write a run or a comparison as one HTML page.</source>
        <translation>Einen Lauf oder einen Vergleich als eine HTML-Seite schreiben.</translation>
    </message>
    <message>
        <source>Add the file with which a function names spans for the timeline.</source>
        <translation>Die Datei hinzufügen, mit der eine Funktion Spans für die Zeitachse benennt.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Median of</source>
        <translation>Median von</translation>
    </message>
    <message>
        <source>Response: %1</source>
        <translation>Antwort: %1</translation>
    </message>
    <message>
        <source>Log: %1</source>
        <translation>Log: %1</translation>
    </message>
    <message>
        <source>Put two runs, or two sets of runs, beside each other: figures with how sure their difference is, phases, responses and logs. Identifiers and times do not count in responses and logs.</source>
        <translation>Zwei Läufe oder zwei Gruppen von Läufen nebeneinanderstellen: Werte und wie sicher ihr Unterschied ist, Phasen, Antworten und Logs. IDs und Zeiten zählen in Antworten und Logs nicht.</translation>
    </message>
    <message>
        <source>Give two SIDEs.</source>
        <translation>Zwei SIDE angeben.</translation>
    </message>
    <message>
        <source>A side is a run of the history, by its number or the beginning of its request id, or several with commas between them; &quot;last&quot; for the last run; or &quot;tag:NAME&quot; for the runs with a tag, such as tag:baseline.</source>
        <translation>Eine SIDE ist ein Lauf des Verlaufs, genannt mit seiner Nummer oder dem Anfang seiner Request-ID, oder mehrere, durch Kommas getrennt; „last“ für den letzten Lauf; oder „tag:NAME“ für die Läufe mit einem Tag, zum Beispiel tag:baseline.</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Pro Monat</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>Break-even</translation>
    </message>
    <message>
        <source>At this traffic</source>
        <translation>Bei diesem Traffic</translation>
    </message>
    <message>
        <source>Serves the peak</source>
        <translation>Schafft die Spitze</translation>
    </message>
    <message>
        <source>Tell what a month of requests would cost (modelled): each item on x86_64 and arm64, with break-evens. Prices are those of pricing.json in the folder of Coldframe&apos;s settings where there is one, else the price book that Coldframe brings.</source>
        <translation>Sagen, was ein Monat mit Requests kosten würde (modelliert): jeder Posten auf x86_64 und arm64, mit Break-evens. Es gelten die Preise aus pricing.json im Ordner der Einstellungen von Coldframe, falls vorhanden, sonst die Preisliste, die Coldframe mitbringt.</translation>
    </message>
    <message>
        <source>cost takes no argument, got &quot;%1&quot;.</source>
        <translation>cost nimmt kein Argument an, angegeben war „%1“.</translation>
    </message>
    <message>
        <source>The price book has no price for the region &quot;%1&quot;. It has: %2</source>
        <translation>Die Preisliste hat keinen Preis für die Region „%1“. Sie hat: %2</translation>
    </message>
    <message>
        <source>a time such as 120ms, 1.5s or 8h</source>
        <translation>eine Zeit, zum Beispiel 120ms, 1.5s oder 8h</translation>
    </message>
    <message>
        <source>a size such as 300KB or 10MB</source>
        <translation>eine Größe, zum Beispiel 300KB oder 10MB</translation>
    </message>
    <message>
        <source>a share from 0% to 100%</source>
        <translation>ein Anteil von 0% bis 100%</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number from 0.1 to 10</source>
        <translation>eine Zahl von 0.1 bis 10</translation>
    </message>
    <message>
        <source>%1: there is no run in it</source>
        <translation>%1: enthält keinen Lauf</translation>
    </message>
    <message>
        <source>%1: the runs are of different functions or memory sizes</source>
        <translation>%1: die Läufe sind von verschiedenen Funktionen oder Speichergrößen</translation>
    </message>
    <message>
        <source>average, p50, p90 or p99</source>
        <translation>average, p50, p90 oder p99</translation>
    </message>
    <message>
        <source>on, off, or what is left: REQUESTS,GB-SECONDS</source>
        <translation>on, off oder was übrig ist: REQUESTS,GB-SECONDS</translation>
    </message>
    <message>
        <source>Take duration, init, memory and cold starts of the runs in a file that `invoke --output json` wrote; - for the standard input.</source>
        <translation>Dauer, Init, Speicher und Cold Starts den Läufen einer Datei entnehmen, die `invoke --output json` geschrieben hat; - für die Standardeingabe.</translation>
    </message>
    <message>
        <source>Which duration of the runs: average, p50, p90 or p99.</source>
        <translation>Welche Dauer der Läufe: average, p50, p90 oder p99.</translation>
    </message>
    <message>
        <source>Requests a month, or with /s, /min, /h, /day.</source>
        <translation>Requests pro Monat, oder mit /s, /min, /h, /day.</translation>
    </message>
    <message>
        <source>Of one request, such as 120ms.</source>
        <translation>Dauer eines Requests, zum Beispiel 120ms.</translation>
    </message>
    <message>
        <source>Configured memory in MB.</source>
        <translation>Konfigurierter Speicher in MB.</translation>
    </message>
    <message>
        <source>Size of /tmp in MB.</source>
        <translation>Größe von /tmp in MB.</translation>
    </message>
    <message>
        <source>Share of cold starts, such as 1%.</source>
        <translation>Anteil der Cold Starts, zum Beispiel 1%.</translation>
    </message>
    <message>
        <source>Init phase of a cold start; with --snap-start its restore time.</source>
        <translation>Init-Phase eines Cold Starts; mit --snap-start die Zeit zum Wiederherstellen.</translation>
    </message>
    <message>
        <source>x86_64 or arm64: which one instances are compared with. Both are priced.</source>
        <translation>x86_64 oder arm64: womit Instanzen verglichen werden. Preise werden für beide berechnet.</translation>
    </message>
    <message>
        <source>How many times as long arm64 takes: an assumption.</source>
        <translation>Wievielmal so lange arm64 braucht: eine Annahme.</translation>
    </message>
    <message>
        <source>Whose prices apply.</source>
        <translation>Region, deren Preise gelten.</translation>
    </message>
    <message>
        <source>on, off, or what is left of it: REQUESTS,GB-SECONDS.</source>
        <translation>on, off oder was davon übrig ist: REQUESTS,GB-SECONDS.</translation>
    </message>
    <message>
        <source>Environments kept initialised.</source>
        <translation>Umgebungen, die initialisiert bereitgehalten werden.</translation>
    </message>
    <message>
        <source>How long they are, in the month.</source>
        <translation>Wie lange sie es sind, im Monat.</translation>
    </message>
    <message>
        <source>Share of the requests that they serve.</source>
        <translation>Anteil der Requests, die sie bedienen.</translation>
    </message>
    <message>
        <source>Published versions with SnapStart.</source>
        <translation>Veröffentlichte Versionen mit SnapStart.</translation>
    </message>
    <message>
        <source>How long they are active, in the month.</source>
        <translation>Wie lange sie aktiv sind, im Monat.</translation>
    </message>
    <message>
        <source>Size of a streamed response, such as 10MB.</source>
        <translation>Größe einer gestreamten Antwort, zum Beispiel 10MB.</translation>
    </message>
    <message>
        <source>Size of an asynchronous event, such as 300KB.</source>
        <translation>Größe eines asynchronen Events, zum Beispiel 300KB.</translation>
    </message>
    <message>
        <source>Each cold start makes an environment for a tenant.</source>
        <translation>Jeder Cold Start legt eine Umgebung für einen Tenant an.</translation>
    </message>
    <message>
        <source>Compare with instances that are always on.</source>
        <translation>Mit Instanzen vergleichen, die immer laufen.</translation>
    </message>
    <message>
        <source>Requests at the busiest moment, such as 20/s; the average when not given.</source>
        <translation>Requests in der Spitze, zum Beispiel 20/s; ohne Angabe der Durchschnitt.</translation>
    </message>
    <message>
        <source>CPU time of one request.</source>
        <translation>CPU-Zeit eines Requests.</translation>
    </message>
    <message>
        <source>Print how each figure came about.</source>
        <translation>Ausgeben, wie jeder Wert zustande kam.</translation>
    </message>
    <message>
        <source>give --duration or --runs</source>
        <translation>--duration oder --runs angeben</translation>
    </message>
    <message>
        <source>List runs, the newest first.</source>
        <translation>Läufe auflisten, die neuesten zuerst.</translation>
    </message>
    <message>
        <source>Print a run again, with its log and response.</source>
        <translation>Einen Lauf erneut ausgeben, mit Log und Antwort.</translation>
    </message>
    <message>
        <source>Show how a figure of a function changed, and whether it differs from the baseline.</source>
        <translation>Zeigen, wie sich ein Wert einer Funktion entwickelt hat und ob er von der Baseline abweicht.</translation>
    </message>
    <message>
        <source>Mark runs as what later runs of their functions are compared with.</source>
        <translation>Läufe als das markieren, womit spätere Läufe ihrer Funktionen verglichen werden.</translation>
    </message>
    <message>
        <source>Give a run a tag, or take it away.</source>
        <translation>Einem Lauf ein Tag geben oder es entfernen.</translation>
    </message>
    <message>
        <source>Write runs as lines of JSON.</source>
        <translation>Läufe als JSON-Zeilen schreiben.</translation>
    </message>
    <message>
        <source>Add runs that were exported.</source>
        <translation>Läufe hinzufügen, die exportiert wurden.</translation>
    </message>
    <message>
        <source>Remove single runs.</source>
        <translation>Einzelne Läufe entfernen.</translation>
    </message>
    <message>
        <source>Remove all runs.</source>
        <translation>Alle Läufe entfernen.</translation>
    </message>
    <message>
        <source>Usage: coldframe-cli history COMMAND [OPTIONS]</source>
        <translation>Aufruf: coldframe-cli history BEFEHL [OPTIONEN]</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no command of history. coldframe-cli history --help lists them.</source>
        <translation>„%1“ ist kein Befehl von history. coldframe-cli history --help listet die Befehle auf.</translation>
    </message>
    <message>
        <source>Give a run a tag. Runs with tags are the last ones to go when the history is full.</source>
        <translation>Einem Lauf ein Tag geben. Läufe mit Tags werden als Letzte entfernt, wenn der Verlauf voll ist.</translation>
    </message>
    <message>
        <source>Take the tag away instead.</source>
        <translation>Das Tag stattdessen entfernen.</translation>
    </message>
    <message>
        <source>Give the ID of a run and a NAME.</source>
        <translation>Die ID eines Laufs und einen NAME angeben.</translation>
    </message>
    <message>
        <source>Make runs the baseline of their functions, instead of what was it before: those with the given IDs, or the last ones of a function. Five of a kind, warm or cold, are needed at least.</source>
        <translation>Läufe zur Baseline ihrer Funktionen machen, anstelle der bisherigen: die mit den angegebenen IDs oder die letzten einer Funktion. Mindestens fünf einer Art, warm oder kalt, sind nötig.</translation>
    </message>
    <message>
        <source>The function whose last runs are the baseline.</source>
        <translation>Die Funktion, deren letzte Läufe die Baseline sind.</translation>
    </message>
    <message>
        <source>How many of its last runs.</source>
        <translation>Wie viele ihrer letzten Läufe.</translation>
    </message>
    <message>
        <source>Leave the function without a baseline.</source>
        <translation>Die Funktion ohne Baseline lassen.</translation>
    </message>
    <message>
        <source>Give either IDs of runs or --function.</source>
        <translation>Entweder IDs von Läufen oder --function angeben.</translation>
    </message>
    <message>
        <source>Runs of the baseline: %1</source>
        <translation>Läufe der Baseline: %1</translation>
    </message>
    <message>
        <source>Write runs as lines of JSON, the oldest first, into FILE or, with -, to standard output. Values of environment variables are not among them, but events, responses and logs are.</source>
        <translation>Läufe als JSON-Zeilen schreiben, die ältesten zuerst, in FILE oder mit - auf die Standardausgabe. Werte von Umgebungsvariablen sind nicht dabei, Events, Antworten und Logs aber schon.</translation>
    </message>
    <message>
        <source>Give one FILE to write, or - for standard output.</source>
        <translation>Eine FILE zum Schreiben angeben, oder - für die Standardausgabe.</translation>
    </message>
    <message>
        <source>Runs written: %1</source>
        <translation>Geschriebene Läufe: %1</translation>
    </message>
    <message>
        <source>Add the runs of FILE, or with - of standard input, to the history. Those that it has are left out; a line that is wrong leaves all of them out.</source>
        <translation>Die Läufe aus FILE, oder mit - aus der Standardeingabe, zum Verlauf hinzufügen. Schon vorhandene werden ausgelassen; wegen einer falschen Zeile werden alle ausgelassen.</translation>
    </message>
    <message>
        <source>Give one FILE to read, or - for standard input.</source>
        <translation>Eine FILE zum Lesen angeben, oder - für die Standardeingabe.</translation>
    </message>
    <message>
        <source>Runs added: %1</source>
        <translation>Hinzugefügte Läufe: %1</translation>
    </message>
    <message>
        <source>Runs that were there already: %1</source>
        <translation>Läufe, die schon da waren: %1</translation>
    </message>
    <message>
        <source>Remove single runs from the history.</source>
        <translation>Einzelne Läufe aus dem Verlauf entfernen.</translation>
    </message>
    <message>
        <source>Give the IDs of runs.</source>
        <translation>Die IDs von Läufen angeben.</translation>
    </message>
    <message>
        <source>Runs removed: %1</source>
        <translation>Entfernte Läufe: %1</translation>
    </message>
    <message>
        <source>Remove all runs from the history.</source>
        <translation>Alle Läufe aus dem Verlauf entfernen.</translation>
    </message>
    <message>
        <source>Needed, because there is no way back.</source>
        <translation>Nötig, weil es sich nicht rückgängig machen lässt.</translation>
    </message>
    <message>
        <source>Nothing was removed: say --force when all runs are to go.</source>
        <translation>Nichts wurde entfernt: --force angeben, wenn alle Läufe entfernt werden sollen.</translation>
    </message>
    <message>
        <source>cold</source>
        <translation>kalt</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>warm</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Init</source>
        <translation>Init</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>At most this many runs.</source>
        <translation>Höchstens so viele Läufe.</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>Median of %1 runs: %2</source>
        <translation>Median von %1 Läufen: %2</translation>
    </message>
    <message>
        <source>Give one ID of a run.</source>
        <translation>Genau eine ID eines Laufs angeben.</translation>
    </message>
    <message>
        <source>Show a figure of the function&apos;s successful runs, the oldest first, and whether the newest ones differ from its baseline by the rank test of Mann and Whitney. Warm runs are compared with warm ones, cold starts with cold starts.</source>
        <translation>Einen Wert der erfolgreichen Läufe der Funktion zeigen, die ältesten zuerst, und ob die neuesten nach dem Rangtest von Mann und Whitney von ihrer Baseline abweichen. Warme Läufe werden mit warmen verglichen, Cold Starts mit Cold Starts.</translation>
    </message>
    <message>
        <source>duration, billed, init, memory or cost.</source>
        <translation>duration, billed, init, memory oder cost.</translation>
    </message>
    <message>
        <source>Only cold starts.</source>
        <translation>Nur Cold Starts.</translation>
    </message>
    <message>
        <source>Only warm runs.</source>
        <translation>Nur warme Läufe.</translation>
    </message>
    <message>
        <source>Give one function&apos;s name.</source>
        <translation>Den Namen genau einer Funktion angeben.</translation>
    </message>
    <message>
        <source>duration, billed, init, memory or cost</source>
        <translation>duration, billed, init, memory oder cost</translation>
    </message>
    <message>
        <source>success, error, timeout or stopped, with commas between them</source>
        <translation>success, error, timeout oder stopped, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Folder whose history it is; here by default.</source>
        <translation>Ordner, dessen Verlauf gemeint ist; ohne Angabe der aktuelle.</translation>
    </message>
    <message>
        <source>Only runs of this function.</source>
        <translation>Nur Läufe dieser Funktion.</translation>
    </message>
    <message>
        <source>Only runs whose event or fixture has this in its name.</source>
        <translation>Nur Läufe, deren Event oder Fixture dies im Namen hat.</translation>
    </message>
    <message>
        <source>Only runs that ended like this: success,error,timeout,stopped.</source>
        <translation>Nur Läufe, die so endeten: success,error,timeout,stopped.</translation>
    </message>
    <message>
        <source>Only runs with these words, or words that begin like them, in their log.</source>
        <translation>Nur Läufe mit diesen Wörtern im Log, oder mit Wörtern, die so beginnen.</translation>
    </message>
    <message>
        <source>Only runs with this tag.</source>
        <translation>Nur Läufe mit diesem Tag.</translation>
    </message>
    <message>
        <source>Only runs from this time on: 30m, 2h or 7d ago, or 2026-01-31T12:00.</source>
        <translation>Nur Läufe ab dieser Zeit: vor 30m, 2h oder 7d, oder 2026-01-31T12:00.</translation>
    </message>
    <message>
        <source>--cold and --warm: give only one of them</source>
        <translation>--cold und --warm: nur eines von beiden angeben</translation>
    </message>
    <message>
        <source>30m, 2h, 7d or 2026-01-31T12:00</source>
        <translation>30m, 2h, 7d oder 2026-01-31T12:00</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: several runs begin like this</source>
        <translation>„%1“: mehrere Läufe beginnen so</translation>
    </message>
    <message>
        <source>Measure neither imports nor what happens inside the handler.</source>
        <translation>Weder Importe messen noch das, was im Handler geschieht.</translation>
    </message>
    <message>
        <source>Write where the time went into this file: for Perfetto, or for speedscope when its name ends in .speedscope.json.</source>
        <translation>In diese Datei schreiben, wo die Zeit blieb: für Perfetto, oder für speedscope, wenn ihr Name auf .speedscope.json endet.</translation>
    </message>
    <message numerus="yes">
        <source>SPAN %n more; --output json has all</source>
        <translation>
            <numerusform>SPAN %n weiterer; --output json enthält alle</numerusform>
            <numerusform>SPAN %n weitere; --output json enthält alle</numerusform>
        </translation>
    </message>
    <message>
        <source>COST without what the price book has no price for: %1</source>
        <translation>COST ohne das, wofür die Preisliste keinen Preis hat: %1</translation>
    </message>
    <message>
        <source>Write a run, or two sides beside each other, as one HTML page to send to somebody. It needs no network and shows what the window shows.</source>
        <translation>Einen Lauf, oder zwei Seiten nebeneinander, als eine HTML-Seite zum Verschicken schreiben. Sie braucht kein Netzwerk und zeigt, was das Fenster zeigt.</translation>
    </message>
    <message>
        <source>Where the page goes; else standard output.</source>
        <translation>Wohin die Seite geht; sonst auf die Standardausgabe.</translation>
    </message>
    <message>
        <source>Give one SIDE, or two to compare.</source>
        <translation>Eine SIDE angeben, oder zwei zum Vergleichen.</translation>
    </message>
    <message>
        <source>Do not keep the runs in the history.</source>
        <translation>Die Läufe nicht im Verlauf aufbewahren.</translation>
    </message>
    <message>
        <source>Put a file beside the code with which it names spans for the timeline, and which does nothing on Lambda.</source>
        <translation>Eine Datei neben den Code legen, mit der er Spans für die Zeitachse benennt und die auf Lambda nichts tut.</translation>
    </message>
    <message>
        <source>python or nodejs.</source>
        <translation>python oder nodejs.</translation>
    </message>
    <message>
        <source>The folder of the function&apos;s code.</source>
        <translation>Der Ordner mit dem Code der Funktion.</translation>
    </message>
    <message>
        <source>Give a LANGUAGE, python or nodejs, and the FOLDER of the function&apos;s code.</source>
        <translation>Eine LANGUAGE, python oder nodejs, und den FOLDER mit dem Code der Funktion angeben.</translation>
    </message>
    <message>
        <source>without a limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>Run %1 of %2: %3</source>
        <translation>Lauf %1 von %2: %3</translation>
    </message>
    <message>
        <source>Find the memory size at which a function is the cheapest or the fastest, without AWS.</source>
        <translation>Die Speichergröße finden, bei der eine Funktion am billigsten oder am schnellsten ist, ohne AWS.</translation>
    </message>
    <message>
        <source>The output is a table, the JSON of AWS Lambda Power Tuning (--output json), or a link to its viewer (--output visualiser-url), which has all data behind its #. The exit status is 0 when there is a result, 1 when the function failed, and 2 when nothing could be run.</source>
        <translation>Die Ausgabe ist eine Tabelle, das JSON von AWS Lambda Power Tuning (--output json) oder ein Link zu dessen Anzeige (--output visualiser-url), der alle Daten hinter seinem # trägt. Der Exit-Status ist 0, wenn es ein Ergebnis gibt, 1, wenn die Funktion scheiterte, und 2, wenn nichts ausgeführt werden konnte.</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a number from 0 to %1</source>
        <translation>eine Zahl von 0 bis %1</translation>
    </message>
    <message>
        <source>numbers from %1 to %2, with commas between them</source>
        <translation>Zahlen von %1 bis %2, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>--payloads: %1 must be a list of {&quot;payload&quot;: ..., &quot;weight&quot;: a whole number above 0}</source>
        <translation>--payloads: %1 muss eine Liste von {&quot;payload&quot;: ..., &quot;weight&quot;: eine ganze Zahl über 0} sein</translation>
    </message>
    <message>
        <source>a factor from %1 to %2</source>
        <translation>ein Faktor von %1 bis %2</translation>
    </message>
    <message>
        <source>cost, speed or balanced</source>
        <translation>cost, speed oder balanced</translation>
    </message>
    <message>
        <source>Memory sizes, with commas between them.</source>
        <translation>Speichergrößen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Runs without a limit, and of each measured size; 5 to 1000.</source>
        <translation>Läufe ohne Grenze, und je gemessener Größe; 5 bis 1000.</translation>
    </message>
    <message>
        <source>How many sizes to measure under their CPU quota, 0 to 5.</source>
        <translation>Wie viele Größen unter ihrem CPU-Kontingent gemessen werden, 0 bis 5.</translation>
    </message>
    <message>
        <source>Predictions only, the same as --verify 0.</source>
        <translation>Nur Vorhersagen, dasselbe wie --verify 0.</translation>
    </message>
    <message>
        <source>File with several events and their weights: [{&quot;payload&quot;: {}, &quot;weight&quot;: 5}, ...].</source>
        <translation>Datei mit mehreren Events und ihren Gewichten: [{&quot;payload&quot;: {}, &quot;weight&quot;: 5}, ...].</translation>
    </message>
    <message>
        <source>cost, speed or balanced.</source>
        <translation>cost, speed oder balanced.</translation>
    </message>
    <message>
        <source>How much cost counts with --strategy balanced, 0 to 1.</source>
        <translation>Wie viel die Kosten mit --strategy balanced zählen, 0 bis 1.</translation>
    </message>
    <message>
        <source>Tune cold starts instead of warm runs.</source>
        <translation>Cold Starts statt warmer Läufe abstimmen.</translation>
    </message>
    <message>
        <source>Part of the runs to leave out at each end, 0 to 0.4.</source>
        <translation>Teil der Läufe, der an jedem Ende weggelassen wird, 0 bis 0.4.</translation>
    </message>
    <message>
        <source>Time between two runs.</source>
        <translation>Zeit zwischen zwei Läufen.</translation>
    </message>
    <message>
        <source>Write the result as an HTML page as well, to send it to somebody.</source>
        <translation>Das Ergebnis zusätzlich als HTML-Seite zum Verschicken schreiben.</translation>
    </message>
    <message>
        <source>What Lambda&apos;s processors are: kernel (a piece of work is timed here and compared with 2.5 GHz), none (as fast as this one), a factor for the CPU time, or a file with REPORT lines of the function on Lambda.</source>
        <translation>Was die Prozessoren von Lambda leisten: kernel (ein Stück Arbeit wird hier gemessen und mit 2,5 GHz verglichen), none (so schnell wie dieser), ein Faktor für die CPU-Zeit oder eine Datei mit REPORT-Zeilen der Funktion auf Lambda.</translation>
    </message>
    <message>
        <source>--%1: tune does not have it</source>
        <translation>--%1: gibt es bei tune nicht</translation>
    </message>
    <message>
        <source>--payloads: not with --event or --template</source>
        <translation>--payloads: nicht zusammen mit --event oder --template</translation>
    </message>
    <message>
        <source>--payloads: more events than --num runs</source>
        <translation>--payloads: mehr Events als Läufe mit --num</translation>
    </message>
    <message>
        <source>--%1: it does not go together with %2</source>
        <translation>--%1: geht nicht zusammen mit %2</translation>
    </message>
    <message>
        <source>--%1: %2 is a folder, not a file</source>
        <translation>--%1: %2 ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>--%1: there is no folder %2</source>
        <translation>--%1: es gibt keinen Ordner %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: no run is a baseline yet; coldframe-cli history baseline makes runs the baseline of their function</source>
        <translation>„%1“: noch ist kein Lauf Baseline; coldframe-cli history baseline macht Läufe zur Baseline ihrer Funktion</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no tag; write one behind the colon, as in tag:baseline</source>
        <translation>„%1“ nennt kein Tag; nach dem Doppelpunkt eines angeben, wie in tag:baseline</translation>
    </message>
    <message>
        <source>a whole number of requests a month, or a number with /s, /min, /h, /day</source>
        <translation>eine ganze Zahl von Requests im Monat oder eine Zahl mit /s, /min, /h, /day</translation>
    </message>
    <message>
        <source>at most 15min, which is Lambda&apos;s longest timeout</source>
        <translation>höchstens 15min, Lambdas längster Timeout</translation>
    </message>
    <message>
        <source>The NAME has a control character, such as the end of a line. Give one without.</source>
        <translation>NAME enthält ein Steuerzeichen, zum Beispiel ein Zeilenende. Einen Namen ohne solche angeben.</translation>
    </message>
    <message>
        <source>history clear takes no argument, got &quot;%1&quot;.</source>
        <translation>history clear nimmt kein Argument an, angegeben war „%1“.</translation>
    </message>
    <message>
        <source>Runs removed from %1: %2</source>
        <translation>Läufe entfernt aus %1: %2</translation>
    </message>
    <message>
        <source>Median of the newest %1 runs: %2</source>
        <translation>Median der neuesten %1 Läufe: %2</translation>
    </message>
    <message>
        <source>history list takes no argument, got &quot;%1&quot;.</source>
        <translation>history list nimmt kein Argument an, angegeben war „%1“.</translation>
    </message>
    <message>
        <source>The newest %1 of %2 runs; --limit %2 lists all.</source>
        <translation>Die neuesten %1 von %2 Läufen; --limit %2 zeigt alle.</translation>
    </message>
    <message>
        <source>Print a run again: its response on standard output, its log on standard error. ID is its number, the beginning of its request id, or &quot;last&quot; for the last run.</source>
        <translation>Einen Lauf noch einmal ausgeben: seine Antwort auf der Standardausgabe, sein Log auf der Standardfehlerausgabe. ID ist seine Nummer, der Anfang seiner Request-ID oder „last“ für den letzten Lauf.</translation>
    </message>
    <message>
        <source>a folder that exists</source>
        <translation>ein Ordner, den es gibt</translation>
    </message>
    <message>
        <source>%1 has no history of its own; to change that of %2, say --workspace %2</source>
        <translation>%1 hat keinen eigenen Verlauf; um den von %2 zu ändern, --workspace %2 angeben</translation>
    </message>
    <message>
        <source>the name of a file</source>
        <translation>der Name einer Datei</translation>
    </message>
    <message>
        <source>The event: JSON that begins with { or [, a file with it, or - for standard input.</source>
        <translation>Das Event: JSON, das mit { oder [ beginnt, eine Datei damit oder - für die Standardeingabe.</translation>
    </message>
    <message numerus="yes">
        <source>SPAN %n more, and perhaps others: a record keeps %1 at most; --output json has those</source>
        <translation>
            <numerusform>SPAN %n weiterer und vielleicht andere: eine Aufzeichnung behält höchstens %1; --output json hat diese</numerusform>
            <numerusform>SPAN %n weitere und vielleicht andere: eine Aufzeichnung behält höchstens %1; --output json hat diese</numerusform>
        </translation>
    </message>
    <message>
        <source>COST without what is billed by the month: %1</source>
        <translation>COST ohne das, was monatlich berechnet wird: %1</translation>
    </message>
    <message>
        <source>How to print: text, json, or visualiser-url for a link that draws the result.</source>
        <translation>Form der Ausgabe: text, json oder visualiser-url für einen Link, der das Ergebnis zeichnet.</translation>
    </message>
    <message>
        <source>text, json or visualiser-url</source>
        <translation>text, json oder visualiser-url</translation>
    </message>
    <message>
        <source>Run an event several times in one environment and as often in new ones, and tell what earlier invocations left behind. The exit status is 0 when no result depended on it, 1 when one did, and 2 when nothing could be run or no invocation was warm.</source>
        <translation>Ein Event mehrmals in einer Umgebung und ebenso oft in neuen ausführen und sagen, was frühere Aufrufe hinterließen. Der Exit-Status ist 0, wenn kein Ergebnis davon abhing, 1, wenn eines davon abhing, und 2, wenn nichts ausgeführt werden konnte oder kein Aufruf warm war.</translation>
    </message>
    <message>
        <source>--event: it is empty; give JSON, a file or -</source>
        <translation>--event: leer; JSON, eine Datei oder - angeben</translation>
    </message>
</context>
<context>
    <name>ComparisonReport</name>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Cost of a million</source>
        <translation>Kosten pro Million</translation>
    </message>
    <message>
        <source>modelled at list prices</source>
        <translation>modelliert zu Listenpreisen</translation>
    </message>
    <message>
        <source>Median of</source>
        <translation>Median von</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Wie sicher</translation>
    </message>
    <message>
        <source>Where the time went</source>
        <translation>Wo die Zeit blieb</translation>
    </message>
    <message>
        <source>Phase, median</source>
        <translation>Phase, Median</translation>
    </message>
    <message>
        <source>Imports, by their difference</source>
        <translation>Importe, nach ihrem Unterschied</translation>
    </message>
    <message>
        <source>Module, own time</source>
        <translation>Modul, eigene Zeit</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>%1 compared with %2</source>
        <translation>%1 verglichen mit %2</translation>
    </message>
</context>
<context>
    <name>ComparisonTables</name>
    <message>
        <source>Median of</source>
        <translation>Median von</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Wie sicher</translation>
    </message>
    <message>
        <source>Cost of a million</source>
        <translation>Kosten pro Million</translation>
    </message>
    <message>
        <source>modelled at list prices</source>
        <translation>modelliert zu Listenpreisen</translation>
    </message>
    <message>
        <source>Phase, median</source>
        <translation>Phase, Median</translation>
    </message>
    <message>
        <source>Import, own time</source>
        <translation>Import, eigene Zeit</translation>
    </message>
</context>
<context>
    <name>ComparisonText</name>
    <message>
        <source>Init Duration</source>
        <translation>Init Duration</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Billed Duration</source>
        <translation>Billed Duration</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU-Zeit</translation>
    </message>
    <message>
        <source>Max Memory Used</source>
        <translation>Max Memory Used</translation>
    </message>
    <message>
        <source>Size of the response</source>
        <translation>Größe der Antwort</translation>
    </message>
    <message>
        <source>%1 (%2 %)</source>
        <translation>%1 (%2 %)</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2, %n run(s)</source>
        <translation>
            <numerusform>%1 bis %2, %n Lauf</numerusform>
            <numerusform>%1 bis %2, %n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>p &lt; %1</source>
        <translation>p &lt; %1</translation>
    </message>
    <message>
        <source>p = %1</source>
        <translation>p = %1</translation>
    </message>
    <message numerus="yes">
        <source>too few runs to tell: %n of each are needed</source>
        <translation>
            <numerusform>zu wenige Läufe für eine Aussage: je %n ist nötig</numerusform>
            <numerusform>zu wenige Läufe für eine Aussage: je %n sind nötig</numerusform>
        </translation>
    </message>
    <message>
        <source>larger, not by chance (%1)</source>
        <translation>größer, nicht durch Zufall (%1)</translation>
    </message>
    <message>
        <source>smaller, not by chance (%1)</source>
        <translation>kleiner, nicht durch Zufall (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) differ. Identifiers and times do not count.</source>
        <translation>
            <numerusform>%n Stelle weicht ab. IDs und Zeiten zählen nicht.</numerusform>
            <numerusform>%n Stellen weichen ab. IDs und Zeiten zählen nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n place(s) differ.</source>
        <translation>
            <numerusform>Mehr als %n Stelle weicht ab.</numerusform>
            <numerusform>Mehr als %n Stellen weichen ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>the whole response</source>
        <translation>die ganze Antwort</translation>
    </message>
    <message>
        <source>Both are the same but for identifiers and times.</source>
        <translation>Beide sind bis auf IDs und Zeiten gleich.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) differ. Identifiers and times do not count.</source>
        <translation>
            <numerusform>%n Zeile weicht ab. IDs und Zeiten zählen nicht.</numerusform>
            <numerusform>%n Zeilen weichen ab. IDs und Zeiten zählen nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, cold</source>
        <translation>%1, %2, kalt</translation>
    </message>
    <message>
        <source>%1, %2, warm</source>
        <translation>%1, %2, warm</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n runs, %2 to %3</source>
        <translation>
            <numerusform>%1, %n Lauf, %2 bis %3</numerusform>
            <numerusform>%1, %n Läufe, %2 bis %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cold</source>
        <translation>
            <numerusform>%n kalt</numerusform>
            <numerusform>%n kalt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not succeed</source>
        <translation>
            <numerusform>%n nicht erfolgreich</numerusform>
            <numerusform>%n nicht erfolgreich</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>may be chance (%1; below %2 counts)</source>
        <translation>kann Zufall sein (%1; unter %2 zählt)</translation>
    </message>
    <message>
        <source>No difference was found, but whole numbers beyond 64 bits are written differently; only their first 17 digits are compared.</source>
        <translation>Kein Unterschied gefunden, aber ganze Zahlen jenseits von 64 Bit sind verschieden geschrieben; nur ihre ersten 17 Stellen werden verglichen.</translation>
    </message>
    <message>
        <source>Both mean the same but for identifiers and times.</source>
        <translation>Beide bedeuten dasselbe, bis auf Kennungen und Zeiten.</translation>
    </message>
    <message>
        <source>Both mean the same.</source>
        <translation>Beide bedeuten dasselbe.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are on both sides.</source>
        <translation>
            <numerusform>%n Lauf ist auf beiden Seiten.</numerusform>
            <numerusform>%n Läufe sind auf beiden Seiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>One side has cold starts, the other warm runs: that alone makes figures differ.</source>
        <translation>Eine Seite hat Cold Starts, die andere warme Läufe: schon dadurch unterscheiden sich die Werte.</translation>
    </message>
    <message>
        <source>Cold starts and warm runs count together. Compare cold with cold and warm with warm to see what changed.</source>
        <translation>Cold Starts und warme Läufe zählen zusammen. Kalt mit kalt und warm mit warm vergleichen, um zu sehen, was sich geändert hat.</translation>
    </message>
</context>
<context>
    <name>CostSheet</name>
    <message>
        <source>Warm run: %1 billed at %2</source>
        <translation>Warmer Lauf: %1 abgerechnet mit %2</translation>
    </message>
    <message>
        <source>Cold run: %1 billed at %2, of which %3 are init</source>
        <translation>Kalter Lauf: %1 abgerechnet mit %2, davon %3 Init</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>%1 × (%2)</source>
        <translation>%1 × (%2)</translation>
    </message>
    <message>
        <source>1 million cold calls</source>
        <translation>1 Million kalte Aufrufe</translation>
    </message>
    <message>
        <source>Run cold once (Ctrl+Shift+Enter) to measure the init phase.</source>
        <translation>Einmal kalt ausführen (Strg+Umschalt+Eingabe), um die Init-Phase zu messen.</translation>
    </message>
    <message>
        <source>The price book has no price for this: %1. It is not in the total.</source>
        <translation>Die Preisliste hat dafür keinen Preis: %1. Es fehlt in der Summe.</translation>
    </message>
    <message>
        <source>US dollars, list price without free tier, taxes and discounts, at the first price tier. %1, %2; price book of %3. Source: %4</source>
        <translation>US-Dollar, Listenpreis ohne Free Tier, Steuern und Rabatte, in der ersten Preisstufe. %1, %2; Preisliste vom %3. Quelle: %4</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 GB × %2 s × %3</source>
        <translation>%1 GB × %2 s × %3</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>1 million warm calls</source>
        <translation>1 Million warme Aufrufe</translation>
    </message>
    <message>
        <source>The source rounds these prices, or they are not confirmed: %1.</source>
        <translation>Die Quelle rundet diese Preise, oder sie sind nicht bestätigt: %1.</translation>
    </message>
    <message>
        <source>Cold run: %1 billed at %2, of which %3 are the restore</source>
        <translation>Kalter Lauf: %1 bei %2 berechnet, davon %3 für das Wiederherstellen</translation>
    </message>
    <message>
        <source>This is billed by the month and not in the total: %1.</source>
        <translation>Das wird monatlich berechnet und ist nicht in der Summe: %1.</translation>
    </message>
    <message>
        <source>%1 GB × %2</source>
        <translation>%1 GB × %2</translation>
    </message>
</context>
<context>
    <name>CostText</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 GB-s</source>
        <translation>%1 GB-s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message>
        <source>%1 vCPU</source>
        <translation>%1 vCPU</translation>
    </message>
    <message>
        <source>Requests served by it</source>
        <translation>Davon bediente Requests</translation>
    </message>
    <message>
        <source>Requests on demand</source>
        <translation>Requests on demand</translation>
    </message>
    <message>
        <source>Cold starts</source>
        <translation>Cold Starts</translation>
    </message>
    <message>
        <source>Billed for each request</source>
        <translation>Abgerechnet je Request</translation>
    </message>
    <message>
        <source>Added by each cold start</source>
        <translation>Zusätzlich je Cold Start</translation>
    </message>
    <message>
        <source>Further requests for each event</source>
        <translation>Weitere Requests je Event</translation>
    </message>
    <message>
        <source>Bytes above 6 MB of each response</source>
        <translation>Bytes über 6 MB je Antwort</translation>
    </message>
    <message>
        <source>In a month</source>
        <translation>Im Monat</translation>
    </message>
    <message>
        <source>Without the free tier</source>
        <translation>Ohne Free Tier</translation>
    </message>
    <message>
        <source>In this price tier</source>
        <translation>In dieser Preisstufe</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Requests for payload above 256 KB</source>
        <translation>Requests für Payload über 256 KB</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Init</source>
        <translation>Init</translation>
    </message>
    <message>
        <source>Storage in /tmp above 512 MB</source>
        <translation>Speicherplatz in /tmp über 512 MB</translation>
    </message>
    <message>
        <source>Provisioned concurrency</source>
        <translation>Provisioned Concurrency</translation>
    </message>
    <message>
        <source>Provisioned duration</source>
        <translation>Provisioned Duration</translation>
    </message>
    <message>
        <source>SnapStart cache</source>
        <translation>SnapStart-Cache</translation>
    </message>
    <message>
        <source>SnapStart restores</source>
        <translation>Wiederherstellen mit SnapStart</translation>
    </message>
    <message>
        <source>Streamed above 6 MB</source>
        <translation>Gestreamt über 6 MB</translation>
    </message>
    <message>
        <source>Tenant isolation</source>
        <translation>Tenant-Isolation</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a step of a computation and its formula</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>These prices are of %1, more than %2 days ago. Compare them with AWS&apos;s price list.</source>
        <translation>Diese Preise sind vom %1, also mehr als %2 Tage alt. Sie mit der Preisliste von AWS vergleichen.</translation>
    </message>
    <message>
        <source>Your own price book of %1</source>
        <translation>Eigene Preisliste vom %1</translation>
    </message>
    <message>
        <source>Coldframe&apos;s price book of %1</source>
        <translation>Preisliste von Coldframe vom %1</translation>
    </message>
</context>
<context>
    <name>DeliveryChain</name>
    <message>
        <source>%1, raw message delivery</source>
        <translation>%1, Raw Message Delivery</translation>
    </message>
    <message>
        <source>%1 (raw)</source>
        <translation>%1 (raw)</translation>
    </message>
    <message>
        <source>Own document</source>
        <translation>Eigenes Dokument</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The %1 is not valid: %2. Correct it and try again.</source>
        <translation>Das %1 ist ungültig: %2. Korrigieren und erneut versuchen.</translation>
    </message>
    <message>
        <source>The %1 is not valid at line %2, column %3: %4. Correct it there.</source>
        <translation>Das %1 ist in Zeile %2, Spalte %3 ungültig: %4. Dort korrigieren.</translation>
    </message>
    <message>
        <source>This does not work: %1. Correct it and try again.</source>
        <translation>Das geht so nicht: %1. Korrigieren und erneut versuchen.</translation>
    </message>
    <message>
        <source>This does not work at line %1, column %2: %3. Correct it there.</source>
        <translation>Das geht nicht, Zeile %1, Spalte %2: %3. Bitte dort korrigieren.</translation>
    </message>
    <message>
        <source>The event is too large: it has %1 bytes, and Lambda accepts at most %2 in a synchronous invocation. Send less, or a reference to the data.</source>
        <translation>Das Event ist zu groß: Es hat %1 Bytes, und Lambda nimmt bei einem synchronen Aufruf höchstens %2 an. Weniger senden oder einen Verweis auf die Daten.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Stopped before it was finished. Run it again to get a result.</source>
        <translation>Vor dem Ende gestoppt. Für ein Ergebnis erneut ausführen.</translation>
    </message>
    <message>
        <source>%1 was not found. Check that it exists and that its name is spelled exactly like this.</source>
        <translation>%1 wurde nicht gefunden. Prüfen, ob es existiert und der Name genau so geschrieben ist.</translation>
    </message>
    <message>
        <source>Reading failed: %1. Check the permissions of the file and its folder.</source>
        <translation>Lesen fehlgeschlagen: %1. Die Rechte der Datei und ihres Ordners prüfen.</translation>
    </message>
    <message>
        <source>Writing failed: %1. Check the permissions of the folder and the space that is left on the disk.</source>
        <translation>Schreiben fehlgeschlagen: %1. Die Rechte des Ordners und den freien Speicherplatz prüfen.</translation>
    </message>
    <message>
        <source>The event template cannot be used: %1. Correct the template, or choose another one.</source>
        <translation>Die Event-Vorlage ist unbrauchbar: %1. Die Vorlage korrigieren oder eine andere wählen.</translation>
    </message>
    <message>
        <source>A parameter of the event template does not fit: %1.</source>
        <translation>Ein Parameter der Event-Vorlage passt nicht: %1.</translation>
    </message>
    <message>
        <source>The price book cannot be used: %1. Costs are not shown until it is mended.</source>
        <translation>Die Preisliste ist unbrauchbar: %1. Bis sie repariert ist, werden keine Kosten gezeigt.</translation>
    </message>
    <message>
        <source>A line does not have the form that Lambda gives it: %1.</source>
        <translation>Eine Zeile hat nicht die Form, die Lambda ihr gibt: %1.</translation>
    </message>
    <message>
        <source>The runtime “%1” cannot be run here. Choose a Python, Node.js, Ruby or Java runtime, or “provided.al2023” with a bootstrap of your own.</source>
        <translation>Die Runtime „%1“ lässt sich hier nicht ausführen. Eine Python-, Node.js-, Ruby- oder Java-Runtime wählen, oder „provided.al2023“ mit eigenem bootstrap.</translation>
    </message>
    <message>
        <source>The runtime interface client of AWS is missing: %1. Install it for the interpreter, or add it to the function&apos;s dependencies.</source>
        <translation>Der Runtime Interface Client von AWS fehlt: %1. Ihn für den Interpreter installieren oder zu den Abhängigkeiten der Funktion hinzufügen.</translation>
    </message>
    <message>
        <source>No interpreter was found on this computer: %1. Install it, or choose a runtime whose interpreter is installed.</source>
        <translation>Auf diesem Computer wurde kein Interpreter gefunden: %1. Ihn installieren oder eine Runtime wählen, deren Interpreter installiert ist.</translation>
    </message>
    <message>
        <source>Isolation with bubblewrap does not work here: %1. Install bubblewrap, or choose “Automatic” or “None” as isolation.</source>
        <translation>Isolation mit bubblewrap funktioniert hier nicht: %1. bubblewrap installieren oder eine andere Isolation wählen.</translation>
    </message>
    <message>
        <source>A program could not be started: %1. Check that it exists and may be executed.</source>
        <translation>Ein Programm ließ sich nicht starten: %1. Prüfen, ob es existiert und ausführbar ist.</translation>
    </message>
    <message>
        <source>The invocation was throttled (429): %1. Raise the limit, or send fewer requests at the same time.</source>
        <translation>Der Aufruf wurde gedrosselt (429): %1. Die Grenze erhöhen oder weniger Anfragen gleichzeitig senden.</translation>
    </message>
    <message>
        <source>The event is too large: it has %1 bytes, and Lambda accepts at most %2 in an asynchronous invocation. Send less, or a reference to the data.</source>
        <translation>Das Event ist zu groß: Es hat %1 Bytes, und Lambda nimmt bei einem asynchronen Aufruf höchstens %2 an. Weniger senden oder einen Verweis auf die Daten.</translation>
    </message>
    <message>
        <source>The function&apos;s init phase failed, so no environment is kept ready: %1. Mend the code outside the handler and try again.</source>
        <translation>Die Init-Phase der Funktion scheiterte, daher wird keine Umgebung bereitgehalten: %1. Den Code außerhalb des Handlers korrigieren und erneut versuchen.</translation>
    </message>
    <message>
        <source>This file cannot be used as it is: %1. Move it away, and a new one is made; what it had is lost but for what “sqlite3 FILE .recover” finds in it.</source>
        <translation>Diese Datei ist so nicht brauchbar: %1. Sie wegbewegen, dann wird eine neue angelegt; ihr Inhalt ist verloren, bis auf das, was „sqlite3 FILE .recover“ darin findet.</translation>
    </message>
    <message>
        <source>A newer version of Coldframe made this file: %1. Update Coldframe to use it.</source>
        <translation>Eine neuere Version von Coldframe hat diese Datei angelegt: %1. Coldframe aktualisieren, um sie zu verwenden.</translation>
    </message>
    <message>
        <source>Several functions fit: %1. Choose one: NAME --workspace FOLDER for a function of a template, FOLDER --handler HANDLER or FILE:NAME for a handler.</source>
        <translation>Mehrere Funktionen kommen in Frage: %1. Eine wählen: NAME --workspace ORDNER für eine Funktion eines Templates, ORDNER --handler HANDLER oder DATEI:NAME für einen Handler.</translation>
    </message>
    <message>
        <source>Another program uses this file: %1. End that program, or its use of the same workspace, and try again.</source>
        <translation>Ein anderes Programm benutzt diese Datei: %1. Dieses Programm beenden oder dort den Arbeitsbereich schließen und es erneut versuchen.</translation>
    </message>
</context>
<context>
    <name>EventProblemText</name>
    <message>
        <source>a string</source>
        <translation>ein String</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>ISO 8601 in UTC, such as 2024-06-17T14:48:13Z</source>
        <translation>ISO 8601 in UTC, etwa 2024-06-17T14:48:13Z</translation>
    </message>
    <message>
        <source>ISO 8601, such as 2024-06-17T14:48:13.000+0000</source>
        <translation>ISO 8601, etwa 2024-06-17T14:48:13.000+0000</translation>
    </message>
    <message>
        <source>written like 17/Jun/2024:14:48:13 +0000</source>
        <translation>geschrieben wie 17/Jun/2024:14:48:13 +0000</translation>
    </message>
    <message>
        <source>a number of milliseconds since 1970</source>
        <translation>eine Zahl mit den Millisekunden seit 1970</translation>
    </message>
    <message>
        <source>a string with the milliseconds since 1970</source>
        <translation>ein String mit den Millisekunden seit 1970</translation>
    </message>
    <message>
        <source>a number of seconds since 1970</source>
        <translation>eine Zahl mit den Sekunden seit 1970</translation>
    </message>
    <message>
        <source>a string with the microseconds since 1970</source>
        <translation>ein String mit den Mikrosekunden seit 1970</translation>
    </message>
    <message>
        <source>The log document stands here as it is; CloudWatch Logs packs it with gzip and writes it in Base64.</source>
        <translation>Das Log-Dokument steht hier unverpackt; CloudWatch Logs packt es mit gzip und schreibt es in Base64.</translation>
    </message>
    <message>
        <source>This is no Base64; CloudWatch Logs sends Base64 of gzip of JSON.</source>
        <translation>Das ist kein Base64; CloudWatch Logs sendet JSON, das mit gzip gepackt ist, in Base64.</translation>
    </message>
    <message>
        <source>This is packed in the zlib format; CloudWatch Logs uses gzip.</source>
        <translation>Das ist im zlib-Format gepackt; CloudWatch Logs verwendet gzip.</translation>
    </message>
    <message>
        <source>This is Base64, but not of gzip; CloudWatch Logs sends Base64 of gzip of JSON.</source>
        <translation>Das ist Base64, aber nicht von gzip; CloudWatch Logs sendet JSON, das mit gzip gepackt ist, in Base64.</translation>
    </message>
    <message>
        <source>What is packed here is no JSON object.</source>
        <translation>Was hier gepackt ist, ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>“%1” is written twice in one object; only the last one counts.</source>
        <translation>„%1“ kommt in einem Objekt zweimal vor; nur das letzte zählt.</translation>
    </message>
    <message>
        <source>“%1” is spelled “%2” by AWS.</source>
        <translation>„%1“ schreibt AWS als „%2“.</translation>
    </message>
    <message>
        <source>The event has %1 bytes; Lambda accepts at most %2.</source>
        <translation>Das Event hat %1 Bytes; Lambda nimmt höchstens %2 an.</translation>
    </message>
    <message>
        <source>The event has %1 bytes. Its source invokes asynchronously, and then Lambda accepts at most %2.</source>
        <translation>Das Event hat %1 Bytes. Seine Quelle ruft asynchron auf, und dann nimmt Lambda höchstens %2 an.</translation>
    </message>
    <message>
        <source>“%1” is %3 here; it has to be %2.</source>
        <translation>„%1“ ist hier %3; verlangt ist %2.</translation>
    </message>
    <message>
        <source>“%1” is %2 here; in such an event it is %3.</source>
        <translation>„%1“ ist hier %2; in so einem Event ist es %3.</translation>
    </message>
    <message>
        <source>“%1” is missing; the source always sends it.</source>
        <translation>„%1“ fehlt; die Quelle sendet es immer.</translation>
    </message>
    <message>
        <source>“%1” is left out in such an event, rather than null or empty.</source>
        <translation>„%1“ fehlt in so einem Event ganz, statt null oder leer zu sein.</translation>
    </message>
    <message>
        <source>“%1” is null when there is nothing to say; it is never left out or empty.</source>
        <translation>„%1“ ist null, wenn es nichts zu sagen gibt; es fehlt nie und ist nie leer.</translation>
    </message>
    <message>
        <source>“%1” is %2 when there is nothing to say, never null or left out.</source>
        <translation>„%1“ ist %2, wenn es nichts zu sagen gibt; es ist nie null und fehlt nie.</translation>
    </message>
    <message>
        <source>“%1” is a string in such an event, also when it has JSON: the function parses it. Here it is %2.</source>
        <translation>„%1“ ist in so einem Event ein String, auch wenn JSON darin steht: Die Funktion parst ihn. Hier ist es %2.</translation>
    </message>
    <message>
        <source>The string in “%1” has to be JSON, and is not: %2.</source>
        <translation>Der String in „%1“ muss JSON sein und ist es nicht: %2.</translation>
    </message>
    <message>
        <source>“%1” belongs to payload version %2 of API Gateway; a load balancer does not send it.</source>
        <translation>„%1“ gehört zur Payload-Version %2 von API Gateway; ein Load Balancer sendet es nicht.</translation>
    </message>
    <message>
        <source>“%1” belongs to payload version %2; this event has version %3.</source>
        <translation>„%1“ gehört zur Payload-Version %2; dieses Event hat Version %3.</translation>
    </message>
    <message>
        <source>“%1” is true or false, not %2. Most functions take any text for true.</source>
        <translation>„%1“ ist true oder false, nicht %2. Die meisten Funktionen halten jeden Text für true.</translation>
    </message>
    <message>
        <source>“%1” is true, but the body is no Base64.</source>
        <translation>„%1“ ist true, aber der Body ist kein Base64.</translation>
    </message>
    <message>
        <source>The body is Base64 and the content type is %1, so “%2” is true.</source>
        <translation>Der Body ist Base64 und der Content-Type ist %1, also ist „%2“ true.</translation>
    </message>
    <message>
        <source>The header “%1” arrives in lower case: “%2”.</source>
        <translation>Der Header „%1“ kommt kleingeschrieben an: „%2“.</translation>
    </message>
    <message>
        <source>Cookies arrive in the list “cookies”, not in a cookie header.</source>
        <translation>Cookies kommen in der Liste „cookies“ an, nicht in einem Cookie-Header.</translation>
    </message>
    <message>
        <source>CloudFront sends each header as a list of objects with “key” and “value”.</source>
        <translation>CloudFront sendet jeden Header als Liste von Objekten mit „key“ und „value“.</translation>
    </message>
    <message>
        <source>“%1” and “%2” say different things.</source>
        <translation>„%1“ und „%2“ sagen Verschiedenes.</translation>
    </message>
    <message>
        <source>“%1” does not agree with %2, which has “%3”.</source>
        <translation>„%1“ stimmt nicht mit %2 überein; dort steht „%3“.</translation>
    </message>
    <message>
        <source>A load balancer sends “%1” or “%2”, never both.</source>
        <translation>Ein Load Balancer sendet „%1“ oder „%2“, nie beide.</translation>
    </message>
    <message>
        <source>“%1” is %3; from rawQueryString follows %2.</source>
        <translation>„%1“ ist %3; aus rawQueryString folgt %2.</translation>
    </message>
    <message>
        <source>“%1” has no question mark in front.</source>
        <translation>„%1“ hat bei AWS vorn kein Fragezeichen.</translation>
    </message>
    <message>
        <source>“%1” has no query: the part from the question mark on stands in members of its own.</source>
        <translation>„%1“ hat keine Abfrage: der Teil ab dem Fragezeichen steht in eigenen Feldern.</translation>
    </message>
    <message>
        <source>“%1” says “%2” here, where “%3” follows from its surroundings.</source>
        <translation>In „%1“ steht hier „%2“; aus dem Umfeld folgt „%3“.</translation>
    </message>
    <message>
        <source>“%1” is “%2”; “%3” follows from %4.</source>
        <translation>„%1“ ist „%2“; aus %4 folgt „%3“.</translation>
    </message>
    <message>
        <source>The path “%1” does not come in by “%2”.</source>
        <translation>Der Pfad „%1“ kommt nicht über „%2“ herein.</translation>
    </message>
    <message>
        <source>There are path parameters (%1), but %2 has no placeholders.</source>
        <translation>Es gibt Pfad-Parameter (%1), aber %2 hat keine Platzhalter.</translation>
    </message>
    <message>
        <source>The path parameters are those of %1: %2.</source>
        <translation>Die Pfad-Parameter sind die von %1: %2.</translation>
    </message>
    <message>
        <source>“%1” has no slash in front: API Gateway leaves it out.</source>
        <translation>„%1“ hat vorn keinen Schrägstrich: API Gateway lässt ihn weg.</translation>
    </message>
    <message>
        <source>All values are strings here, also numbers and truth values; “%1” is %2.</source>
        <translation>Alle Werte sind hier Strings, auch Zahlen und Wahrheitswerte; „%1“ ist %2.</translation>
    </message>
    <message>
        <source>“%1” does not fit the message: its MD5 is %2.</source>
        <translation>„%1“ passt nicht zur Nachricht: Deren MD5 ist %2.</translation>
    </message>
    <message>
        <source>The batch has %1 records; the source sends at most %2.</source>
        <translation>Der Batch hat %1 Datensätze; die Quelle sendet höchstens %2.</translation>
    </message>
    <message>
        <source>The batch is empty; Lambda invokes no function without records.</source>
        <translation>Der Batch ist leer; Lambda ruft ohne Datensätze keine Funktion auf.</translation>
    </message>
    <message>
        <source>There are %1 records; this source always sends exactly one.</source>
        <translation>Es sind %1 Datensätze; diese Quelle sendet immer genau einen.</translation>
    </message>
    <message>
        <source>One batch has one source: here is “%1”, and the first record has “%2”.</source>
        <translation>Ein Batch hat eine Quelle: Hier steht „%1“, und der erste Datensatz hat „%2“.</translation>
    </message>
    <message>
        <source>The id “%1” is the same as in %2; every record has its own.</source>
        <translation>Die ID „%1“ ist dieselbe wie in %2; jeder Datensatz hat seine eigene.</translation>
    </message>
    <message>
        <source>S3 sends keys form-URL-encoded: %1.</source>
        <translation>S3 sendet Objektschlüssel URL-kodiert wie in Formularen: %1.</translation>
    </message>
    <message>
        <source>In an event the name has no “s3:” in front: %1.</source>
        <translation>In einem Event steht vor dem Namen kein „s3:“: %1.</translation>
    </message>
    <message>
        <source>An object that is gone has no “%1” (%2).</source>
        <translation>Ein entferntes Objekt hat kein „%1“ (%2).</translation>
    </message>
    <message>
        <source>The time in “%1” is %2, not “%3”.</source>
        <translation>Die Zeit in „%1“ ist %2, nicht „%3“.</translation>
    </message>
    <message>
        <source>DynamoDB gives every value its type, such as {&quot;S&quot;: &quot;text&quot;} or {&quot;N&quot;: &quot;1&quot;}; “%1” has none.</source>
        <translation>DynamoDB gibt jedem Wert seinen Typ, etwa {&quot;S&quot;: &quot;text&quot;} oder {&quot;N&quot;: &quot;1&quot;}; „%1“ hat keinen.</translation>
    </message>
    <message>
        <source>A value of DynamoDB has exactly one type; “%1” has these members: %2.</source>
        <translation>Ein Wert von DynamoDB hat genau einen Typ; „%1“ hat diese Felder: %2.</translation>
    </message>
    <message>
        <source>DynamoDB sends numbers as strings with a number; this is %1.</source>
        <translation>DynamoDB sendet Zahlen als Strings mit einer Zahl; hier steht %1.</translation>
    </message>
    <message>
        <source>DynamoDB has no empty sets (%1).</source>
        <translation>DynamoDB kennt keine leeren Sets (%1).</translation>
    </message>
    <message>
        <source>Type “%1” of DynamoDB holds %2; this is %3.</source>
        <translation>Zum Typ „%1“ von DynamoDB gehört: %2; hier steht: %3.</translation>
    </message>
    <message>
        <source>“%1” does not come with %2.</source>
        <translation>„%1“ gibt es bei %2 nicht.</translation>
    </message>
    <message>
        <source>“%1” is missing; it comes with %2.</source>
        <translation>„%1“ fehlt; bei %2 gehört es dazu.</translation>
    </message>
    <message>
        <source>The image repeats the key attribute “%1”.</source>
        <translation>Das Image wiederholt das Schlüsselattribut „%1“.</translation>
    </message>
    <message>
        <source>“%1” is Base64 in such an event, and this is not.</source>
        <translation>„%1“ ist in so einem Event Base64, und hier ist es das nicht.</translation>
    </message>
    <message>
        <source>The detail of an event is an object; here it is %1.</source>
        <translation>Das Detail eines Events ist ein Objekt; hier ist es %1.</translation>
    </message>
    <message>
        <source>Sources that begin with “aws.” are AWS&apos;s own; EventBridge refuses “%1” from anybody else.</source>
        <translation>Quellen, die mit „aws.“ beginnen, gehören AWS; von anderen lehnt EventBridge „%1“ ab.</translation>
    </message>
    <message>
        <source>“%1” is in region %2, the event in %3.</source>
        <translation>„%1“ liegt in der Region %2, das Event in %3.</translation>
    </message>
    <message>
        <source>“%1” is in account %2, the event in %3.</source>
        <translation>„%1“ liegt im Konto %2, das Event in %3.</translation>
    </message>
    <message>
        <source>The ARN begins with “arn:%1:”; in region %3 it is “arn:%2:”.</source>
        <translation>Der ARN beginnt mit „arn:%1:“; in der Region %3 ist es „arn:%2:“.</translation>
    </message>
    <message>
        <source>“%1” has to be an ARN that begins like “%2”.</source>
        <translation>„%1“ muss ein ARN sein, der wie „%2“ beginnt.</translation>
    </message>
    <message>
        <source>“%1” does not come with the request type %2.</source>
        <translation>„%1“ gibt es beim Request-Typ %2 nicht.</translation>
    </message>
    <message>
        <source>Mend “%1” inside “%2”</source>
        <translation>„%1“ in „%2“ korrigieren</translation>
    </message>
    <message>
        <source>Write “%1” as a string</source>
        <translation>„%1“ als String schreiben</translation>
    </message>
    <message>
        <source>Set “%1”</source>
        <translation>„%1“ setzen</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <source>Rename “%1” to “%2”</source>
        <translation>„%1“ in „%2“ umbenennen</translation>
    </message>
    <message>
        <source>the event</source>
        <translation>das Event</translation>
    </message>
    <message>
        <source>%1, in it %2</source>
        <translation>%1, darin %2</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
</context>
<context>
    <name>ExchangeText</name>
    <message>
        <source>“%1” is called “%2”, because the name may not have the other characters.</source>
        <translation>„%1“ heißt hier „%2“, weil der Name die anderen Zeichen nicht haben darf.</translation>
    </message>
    <message>
        <source>“%1” is left out: its event is not in the document but at %2. Download it and import that file.</source>
        <translation>„%1“ wird ausgelassen: Sein Event steht nicht im Dokument, sondern unter %2. Es herunterladen und diese Datei importieren.</translation>
    </message>
    <message>
        <source>“%1” has the invocation type %2, which is not kept.</source>
        <translation>„%1“ hat den Aufruftyp %2, der nicht übernommen wird.</translation>
    </message>
    <message>
        <source>“%1” is left out: it has no payload.</source>
        <translation>„%1“ wird ausgelassen: Es hat keine Payload.</translation>
    </message>
    <message>
        <source>“%1” is left out: it sends a request to an API. Make its event from a template of API Gateway.</source>
        <translation>„%1“ wird ausgelassen: Es sendet eine Anfrage an eine API. Sein Event aus einer Vorlage von API Gateway erzeugen.</translation>
    </message>
    <message>
        <source>“%1”: %2 is not kept; set it at the function.</source>
        <translation>„%1“: %2 wird nicht übernommen; es bei der Funktion einstellen.</translation>
    </message>
    <message>
        <source>“%1”: “%2” is left out, because it has a variable that only the editor knows.</source>
        <translation>„%1“: „%2“ wird ausgelassen, weil es eine Variable enthält, die nur der Editor kennt.</translation>
    </message>
    <message>
        <source>“%1” is left out, because its payload cannot be read: %2.</source>
        <translation>„%1“ wird ausgelassen, weil sich seine Payload nicht lesen lässt: %2.</translation>
    </message>
    <message>
        <source>“%1” was for %2, and the workspace has no such function; choose the function yourself.</source>
        <translation>„%1“ war für %2, und der Arbeitsbereich hat keine solche Funktion; die Funktion selbst wählen.</translation>
    </message>
    <message>
        <source>There are no events in %1.</source>
        <translation>In %1 gibt es keine Events.</translation>
    </message>
    <message>
        <source>The document has %1 characters, and EventBridge accepts %2. Export fewer or smaller events.</source>
        <translation>Das Dokument hat %1 Zeichen, und EventBridge nimmt %2 an. Weniger oder kleinere Events exportieren.</translation>
    </message>
</context>
<context>
    <name>FailureHint</name>
    <message>
        <source>The function ran longer than its timeout of %1. Raise the timeout, or look at the end of the log for what it waits for.</source>
        <translation>Die Funktion lief länger als ihr Timeout von %1. Den Timeout erhöhen oder am Ende des Logs nachsehen, worauf sie wartet.</translation>
    </message>
    <message>
        <source>The run was stopped; its environment is gone and the next run starts cold.</source>
        <translation>Der Lauf wurde gestoppt; seine Umgebung ist beendet und der nächste Lauf startet kalt.</translation>
    </message>
    <message>
        <source>The handler&apos;s module could not be imported. The message and the log name the import that failed.</source>
        <translation>Das Modul des Handlers ließ sich nicht importieren. Meldung und Log nennen den fehlgeschlagenen Import.</translation>
    </message>
    <message>
        <source>There is no file for the module “%1” in %2. Correct the handler “%3”, or give the file that name.</source>
        <translation>Für das Modul „%1“ gibt es keine Datei in %2. Den Handler „%3“ korrigieren oder der Datei diesen Namen geben.</translation>
    </message>
    <message>
        <source>The code imports the file “%1”, which is not there. Correct the path in the import.</source>
        <translation>Der Code importiert die Datei „%1“, die es nicht gibt. Den Pfad im Import korrigieren.</translation>
    </message>
    <message>
        <source>The package “%1” is not in the function&apos;s folder. Install it there: npm install %1</source>
        <translation>Das Paket „%1“ fehlt im Ordner der Funktion. Dort installieren: npm install %1</translation>
    </message>
    <message>
        <source>The package “%1” is not in the function&apos;s folder. Install it there: pip install --target . %1</source>
        <translation>Das Paket „%1“ fehlt im Ordner der Funktion. Dort installieren: pip install --target . %1</translation>
    </message>
    <message>
        <source>The code cannot be parsed: correct the syntax in %1, line %2 or shortly before.</source>
        <translation>Der Code lässt sich nicht parsen: Die Syntax in %1, Zeile %2 oder kurz davor korrigieren.</translation>
    </message>
    <message>
        <source>The module “%1” has no function “%2”. Define it there, or correct the handler “%3”.</source>
        <translation>Das Modul „%1“ hat keine Funktion „%2“. Sie dort definieren oder den Handler „%3“ korrigieren.</translation>
    </message>
    <message>
        <source>The handler “%1” does not name a function. Write it as file.function, for example app.handler.</source>
        <translation>Der Handler „%1“ nennt keine Funktion. Richtig ist datei.funktion, zum Beispiel app.handler.</translation>
    </message>
    <message>
        <source>“%1” is the name of a module that is built into Python. Give the handler&apos;s file another name.</source>
        <translation>„%1“ heißt schon ein eingebautes Modul von Python. Der Datei des Handlers einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>The handler&apos;s return value is not JSON. Return only text, numbers, booleans, lists and objects.</source>
        <translation>Der Rückgabewert des Handlers ist kein JSON. Nur Texte, Zahlen, Wahrheitswerte, Listen und Objekte zurückgeben.</translation>
    </message>
    <message>
        <source>The handler returned a value of type %1, which JSON does not have. Convert it first, for example to text or to a list.</source>
        <translation>Der Handler gab einen Wert vom Typ %1 zurück, den JSON nicht kennt. Ihn vorher umwandeln, zum Beispiel in einen Text oder eine Liste.</translation>
    </message>
    <message>
        <source>The runtime could not read the event as JSON. Correct the event.</source>
        <translation>Die Runtime konnte das Event nicht als JSON lesen. Das Event korrigieren.</translation>
    </message>
    <message>
        <source>The function used all of its %1. Raise its memory, or hold less data at once.</source>
        <translation>Die Funktion hat ihre %1 aufgebraucht. Den Speicher erhöhen oder weniger Daten auf einmal halten.</translation>
    </message>
    <message>
        <source>The process was ended by a signal (%1). A native library may have crashed, or something killed the process.</source>
        <translation>Der Prozess wurde durch ein Signal beendet (%1). Vielleicht ist eine native Bibliothek abgestürzt, oder etwas hat den Prozess beendet.</translation>
    </message>
    <message>
        <source>The process ended itself with exit status %1. Return or raise an error instead of leaving the process; the log shows its last words.</source>
        <translation>Der Prozess hat sich selbst mit Exit-Status %1 beendet. Statt ihn zu verlassen, einen Wert zurückgeben oder einen Fehler auslösen; das Log zeigt die letzten Ausgaben.</translation>
    </message>
    <message>
        <source>The process ended before it answered. Do not call exit in a handler: return a value instead.</source>
        <translation>Der Prozess endete vor seiner Antwort. Im Handler nicht exit aufrufen, sondern einen Wert zurückgeben.</translation>
    </message>
    <message>
        <source>The runtime %1 starts a program of yours with the name “bootstrap”. Put it into %2 and make it executable: chmod +x bootstrap</source>
        <translation>Die Runtime %1 startet ein eigenes Programm namens „bootstrap“. Es in %2 ablegen und ausführbar machen: chmod +x bootstrap</translation>
    </message>
    <message>
        <source>The handler&apos;s promise was never settled and nothing was left to do. See that every way through the handler resolves or rejects it.</source>
        <translation>Das Promise des Handlers wurde nie erfüllt oder abgelehnt, und es war nichts mehr zu tun. Jeder Weg durch den Handler muss es erfüllen oder ablehnen.</translation>
    </message>
    <message>
        <source>A promise was rejected and nobody handled it. Await it in the handler, or add a catch.</source>
        <translation>Ein Promise wurde abgelehnt und niemand hat das behandelt. Es im Handler mit await abwarten oder ein catch ergänzen.</translation>
    </message>
    <message>
        <source>The response is larger than the 6 MB that Lambda returns. Return less, or store the data and return where it is.</source>
        <translation>Die Antwort ist größer als die 6 MB, die Lambda zurückgibt. Weniger zurückgeben oder die Daten ablegen und den Ort zurückgeben.</translation>
    </message>
    <message>
        <source>The error arose in %1, line %2.</source>
        <translation>Der Fehler entstand in %1, Zeile %2.</translation>
    </message>
    <message>
        <source>The function ended with an error; the log and the stack trace say where it arose.</source>
        <translation>Die Funktion endete mit einem Fehler; Log und Stacktrace zeigen, wo er entstand.</translation>
    </message>
    <message>
        <source>Not every extension asked for its first event within %1 (missing: %2); see their lines in the log for what they wait for, or remove their layers.</source>
        <translation>Nicht jede Extension fragte innerhalb von %1 nach ihrem ersten Event (es fehlt: %2). In ihren Zeilen im Log nachsehen, worauf sie warten, oder ihre Layer entfernen.</translation>
    </message>
    <message>
        <source>The init phase took longer than the 10 seconds that Lambda gives it, and then longer than the timeout of %1; load less outside of the handler, or raise the timeout.</source>
        <translation>Die Init-Phase dauerte länger als die 10 Sekunden, die Lambda ihr gibt, und dann länger als der Timeout von %1. Außerhalb des Handlers weniger laden oder den Timeout erhöhen.</translation>
    </message>
    <message>
        <source>The function had answered, but an extension was not done after %1 (missing: %2); see its lines in the log, or remove its layer.</source>
        <translation>Die Funktion hatte geantwortet, aber eine Extension war nach %1 nicht fertig (es fehlt: %2). Ihre Zeilen im Log ansehen oder ihren Layer entfernen.</translation>
    </message>
    <message>
        <source>The streamed response is larger than the 200 MB that Lambda passes on; send less, or store the data and send where it is.</source>
        <translation>Die gestreamte Antwort ist größer als die 200 MB, die Lambda weitergibt. Weniger senden oder die Daten ablegen und den Ort senden.</translation>
    </message>
    <message>
        <source>The connection ended in the middle of the response; look in the log for what ended the process or the request before the last byte was sent.</source>
        <translation>Die Verbindung endete mitten in der Antwort. Im Log nachsehen, was den Prozess oder die Anfrage vor dem letzten Byte beendet hat.</translation>
    </message>
    <message>
        <source>The runtime asked for a response mode that Lambda does not have; let it send Lambda-Runtime-Function-Response-Mode with the value “streaming”, or not at all.</source>
        <translation>Die Runtime verlangte einen Antwortmodus, den Lambda nicht kennt. Sie muss Lambda-Runtime-Function-Response-Mode mit dem Wert „streaming“ senden oder gar nicht.</translation>
    </message>
    <message>
        <source>The function&apos;s folder cannot be entered; make %1 readable for everybody: chmod 755</source>
        <translation>Der Ordner der Funktion lässt sich nicht betreten. %1 für alle lesbar machen: chmod 755</translation>
    </message>
    <message>
        <source>The program cannot be started as it is configured; check the handler “%1” and the runtime %2.</source>
        <translation>Das Programm lässt sich so, wie es konfiguriert ist, nicht starten. Den Handler „%1“ und die Runtime %2 prüfen.</translation>
    </message>
    <message>
        <source>The client context is not the JSON object that the runtime expects; correct it, or leave it out.</source>
        <translation>Der Client Context ist nicht das JSON-Objekt, das die Runtime erwartet. Ihn korrigieren oder weglassen.</translation>
    </message>
    <message>
        <source>From Node.js 24 on, a handler has no callback any more; make it async and return the result.</source>
        <translation>Ab Node.js 24 hat ein Handler kein Callback mehr. Ihn mit async deklarieren und das Ergebnis zurückgeben.</translation>
    </message>
    <message>
        <source>The class of the handler “%1” cannot be used; check its name, that it has the method, and that it is compiled into %2.</source>
        <translation>Die Klasse des Handlers „%1“ ist unbrauchbar. Prüfen, ob ihr Name stimmt, ob sie die Methode hat und ob sie nach %2 kompiliert ist.</translation>
    </message>
    <message>
        <source>The file of the handler “%1” failed while it was loaded; correct what the message names, or install the library that is missing.</source>
        <translation>Die Datei des Handlers „%1“ scheiterte beim Laden. Korrigieren, was die Meldung nennt, oder die fehlende Bibliothek installieren.</translation>
    </message>
    <message>
        <source>The init phase failed; correct the code outside of the handler at the place that the log names.</source>
        <translation>Die Init-Phase scheiterte. Den Code außerhalb des Handlers an der Stelle korrigieren, die das Log nennt.</translation>
    </message>
    <message>
        <source>A hook that runs before the snapshot failed; correct it at the place that the stack trace names.</source>
        <translation>Ein Hook vor dem Snapshot scheiterte. Ihn an der Stelle korrigieren, die der Stacktrace nennt.</translation>
    </message>
    <message>
        <source>A hook that runs after the restore failed; correct it at the place that the stack trace names.</source>
        <translation>Ein Hook nach dem Wiederherstellen scheiterte. Ihn an der Stelle korrigieren, die der Stacktrace nennt.</translation>
    </message>
    <message>
        <source>The hooks after the restore took longer than the 10 seconds that Lambda gives them; do less in them, or do it in the handler.</source>
        <translation>Die Hooks nach dem Wiederherstellen dauerten länger als die 10 Sekunden, die Lambda ihnen gibt. In ihnen weniger tun oder es im Handler tun.</translation>
    </message>
    <message>
        <source>The execution environment failed, not the function; run it again, and if that does not help, let coldframe-cli doctor show what is missing here.</source>
        <translation>Die Ausführungsumgebung scheiterte, nicht die Funktion. Erneut ausführen; hilft das nicht, zeigt coldframe-cli doctor, was hier fehlt.</translation>
    </message>
    <message>
        <source>The runtime told no error type that Lambda knows; read its message and the log, and let a runtime of your own send types of the form Runtime.Reason.</source>
        <translation>Die Runtime nannte keinen Fehlertyp, den Lambda kennt. Ihre Meldung und das Log lesen; eine eigene Runtime sollte Typen der Form Runtime.Reason senden.</translation>
    </message>
    <message>
        <source>An extension ended while it was still needed; find its last lines in the log and correct it, or remove its layer.</source>
        <translation>Eine Extension endete, als sie noch gebraucht wurde. Ihre letzten Zeilen im Log suchen und sie korrigieren oder ihren Layer entfernen.</translation>
    </message>
    <message>
        <source>An extension reported an error that it could not go on with; its lines in the log say which, and without its layer you see whether the function works.</source>
        <translation>Eine Extension meldete einen Fehler, mit dem sie nicht weitermachen konnte. Ihre Zeilen im Log sagen, welchen; ohne ihren Layer zeigt sich, ob die Funktion geht.</translation>
    </message>
    <message>
        <source>An extension could not get ready; its lines in the log say why, often a setting is missing that it reads from an environment variable.</source>
        <translation>Eine Extension konnte nicht bereit werden. Ihre Zeilen im Log sagen, warum; oft fehlt eine Einstellung, die sie aus einer Umgebungsvariablen liest.</translation>
    </message>
    <message>
        <source>A file in /opt/extensions cannot be started; make it executable with chmod +x, and see that it is a script or a program for this processor.</source>
        <translation>Eine Datei in /opt/extensions lässt sich nicht starten. Sie mit chmod +x ausführbar machen; sie muss ein Skript oder ein Programm für diesen Prozessor sein.</translation>
    </message>
    <message>
        <source>There are more than the 10 extensions that Lambda allows; remove some from the layers or from the code.</source>
        <translation>Es gibt mehr als die 10 Extensions, die Lambda erlaubt. Einige aus den Layern oder aus dem Code entfernen.</translation>
    </message>
    <message>
        <source>An extension registered after the init phase was over; let it register as soon as it is started.</source>
        <translation>Eine Extension meldete sich erst nach dem Ende der Init-Phase an. Sie muss sich sofort nach ihrem Start anmelden.</translation>
    </message>
    <message>
        <source>An extension asked the Extensions API for something that Lambda refuses (%1); correct the extension, or take another version of its layer.</source>
        <translation>Eine Extension verlangte von der Extensions API etwas, das Lambda ablehnt (%1). Die Extension korrigieren oder eine andere Version ihres Layers nehmen.</translation>
    </message>
    <message>
        <source>The code cannot be parsed: correct the syntax at the place that the stack trace names; where it names none, node --check FILE does.</source>
        <translation>Der Code lässt sich nicht parsen: Die Syntax an der Stelle korrigieren, die der Stacktrace nennt; wo er keine nennt, tut es node --check DATEI.</translation>
    </message>
    <message>
        <source>A handler is called with the event and the context. Define it as def %1(event, context).</source>
        <translation>Ein Handler wird mit Event und Kontext aufgerufen. Als def %1(event, context) definieren.</translation>
    </message>
    <message>
        <source>The handler is an async function, and Lambda awaits none in Python. Define it with def, and run what is async in it with asyncio.run().</source>
        <translation>Der Handler ist eine async-Funktion, auf die Lambda in Python nicht wartet. Mit def definieren und darin mit asyncio.run() ausführen, was async ist.</translation>
    </message>
</context>
<context>
    <name>Fidelity</name>
    <message>
        <source>Init Duration</source>
        <translation>Init Duration</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>From the moment the event is written to the runtime until its response is read completely. A computer that is faster or slower than Lambda gives another figure.</source>
        <translation>Von der Übergabe des Events an die Runtime, bis ihre Antwort vollständig gelesen ist. Ein Computer, der schneller oder langsamer als Lambda ist, ergibt einen anderen Wert.</translation>
    </message>
    <message>
        <source>Billed Duration</source>
        <translation>Billed Duration</translation>
    </message>
    <message>
        <source>Max Memory Used</source>
        <translation>Max Memory Used</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Billed duration and configured memory times the published price of the region; the price book carries its date and source. Without free tier, taxes and discounts.</source>
        <translation>Billed Duration und konfigurierter Speicher mal dem veröffentlichten Preis der Region; die Preisliste nennt ihr Datum und ihre Quelle. Ohne Free Tier, Steuern und Rabatte.</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>Processor architecture</source>
        <translation>Prozessorarchitektur</translation>
    </message>
    <message>
        <source>The function runs on this computer&apos;s processor; the architecture that is configured only chooses the price.</source>
        <translation>Die Funktion läuft auf dem Prozessor dieses Computers; die konfigurierte Architektur bestimmt nur den Preis.</translation>
    </message>
    <message>
        <source>Sandbox creation and code download</source>
        <translation>Anlegen der Sandbox und Download des Codes</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Calls leave from this computer, with its latency and bandwidth; there is no VPC and no way from the caller to Lambda.</source>
        <translation>Anfragen gehen von diesem Computer aus, mit seiner Latenz und Bandbreite; es gibt kein VPC und keinen Weg vom Aufrufer zu Lambda.</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>modelled</source>
        <translation>modelliert</translation>
    </message>
    <message>
        <source>not emulated</source>
        <translation>nicht emuliert</translation>
    </message>
    <message>
        <source>There is no execution role. The environment carries dummy keys, so calls to AWS are refused there.</source>
        <translation>Es gibt keine Execution Role. Die Umgebung enthält Schein-Schlüssel; Aufrufe an AWS werden dort abgelehnt.</translation>
    </message>
    <message>
        <source>From the start of the runtime and the extensions in the ready sandbox until all of them have asked for their first event, by the monotonic clock. It is split into its phases and each import.</source>
        <translation>Vom Start der Laufzeit und der Extensions in der fertigen Sandbox, bis alle nach ihrem ersten Event gefragt haben, nach der monotonen Uhr. Aufgeteilt in die Phasen und jeden Import.</translation>
    </message>
    <message>
        <source>The peak of the memory of all processes of the environment since it started, as on Lambda, and not of the single invocation. Invocations that end within two milliseconds of each other share a reading.</source>
        <translation>Das Maximum des Speichers aller Prozesse der Umgebung seit ihrem Start, wie auf Lambda, und nicht des einzelnen Aufrufs. Aufrufe, die innerhalb von zwei Millisekunden nacheinander enden, teilen sich eine Messung.</translation>
    </message>
    <message>
        <source>Init and duration together on a cold start, the duration alone when warm, with the time that extensions need after the response, rounded up to whole milliseconds.</source>
        <translation>Init und Dauer zusammen bei einem Cold Start, sonst die Dauer allein, mit der Zeit, die Extensions nach der Antwort brauchen, aufgerundet auf ganze Millisekunden.</translation>
    </message>
    <message>
        <source>When it is over, everything that runs in the environment is killed; the next invocation starts the processes anew and finds its /tmp again.</source>
        <translation>Wenn er abläuft, wird alles beendet, was in der Umgebung läuft; der nächste Aufruf startet die Prozesse neu und findet sein /tmp wieder vor.</translation>
    </message>
    <message>
        <source>Time of the init phase</source>
        <translation>Zeit der Init-Phase</translation>
    </message>
    <message>
        <source>After 10 s it is broken off and repeated inside the first invocation, under the function&apos;s timeout.</source>
        <translation>Nach 10 s wird sie abgebrochen und innerhalb des ersten Aufrufs wiederholt, unter dem Timeout der Funktion.</translation>
    </message>
    <message>
        <source>Shutdown time</source>
        <translation>Zeit zum Herunterfahren</translation>
    </message>
    <message>
        <source>None without extensions, 500 ms with internal and 2,000 ms with external ones; what still runs then is killed.</source>
        <translation>Keine ohne Extensions, 500 ms mit internen und 2.000 ms mit externen; was dann noch läuft, wird beendet.</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Extensions</translation>
    </message>
    <message>
        <source>External and internal ones register and get INVOKE and SHUTDOWN events; the init phase and each invocation wait for them.</source>
        <translation>Externe und interne melden sich an und bekommen INVOKE und SHUTDOWN; die Init-Phase und jeder Aufruf warten auf sie.</translation>
    </message>
    <message>
        <source>Telemetry API and Logs API</source>
        <translation>Telemetry API und Logs API</translation>
    </message>
    <message>
        <source>Subscribers get platform events and logs by HTTP or TCP, buffered as they ask for; the figures in them are those of this computer.</source>
        <translation>Abonnenten bekommen Plattform-Ereignisse und Logs über HTTP oder TCP, gepuffert wie gewünscht; die Werte darin sind die dieses Computers.</translation>
    </message>
    <message>
        <source>Payload sizes</source>
        <translation>Größe von Events und Antworten</translation>
    </message>
    <message>
        <source>6 MB for an event and for a response, 200 MB for a streamed response; what is larger fails with Lambda&apos;s error.</source>
        <translation>6 MB für ein Event und für eine Antwort, 200 MB für eine gestreamte Antwort; Größeres scheitert mit dem Fehler von Lambda.</translation>
    </message>
    <message>
        <source>SnapStart hooks</source>
        <translation>SnapStart-Hooks</translation>
    </message>
    <message>
        <source>The init phase and the hooks before the snapshot and after the restore are run and measured.</source>
        <translation>Die Init-Phase und die Hooks vor dem Snapshot und nach dem Wiederherstellen laufen und werden gemessen.</translation>
    </message>
    <message>
        <source>SnapStart snapshots</source>
        <translation>SnapStart-Snapshots</translation>
    </message>
    <message>
        <source>There is no execution role: your own AWS credentials are passed to the function, which may do in your account whatever you may.</source>
        <translation>Es gibt keine Execution Role: Die eigenen AWS-Zugangsdaten werden an die Funktion durchgereicht, und sie darf im eigenen Konto alles, was man selbst darf.</translation>
    </message>
    <message>
        <source>Before the init phase, Lambda makes a sandbox and downloads the code; that is not billed. The phase Sandbox shows what setting up the isolation took here.</source>
        <translation>Vor der Init-Phase legt Lambda eine Sandbox an und lädt den Code herunter; das wird nicht berechnet. Die Phase Sandbox zeigt, wie lange das Einrichten der Isolation hier dauerte.</translation>
    </message>
    <message>
        <source>Concurrency limits</source>
        <translation>Grenzen der Nebenläufigkeit</translation>
    </message>
    <message>
        <source>The account&apos;s, reserved and provisioned concurrency, and the rates of requests and of new environments; what is above them is throttled with status 429. The cap of environments on this computer is no rule of Lambda: it holds events back.</source>
        <translation>Die Nebenläufigkeit des Kontos, Reserved und Provisioned Concurrency sowie die Raten von Anfragen und neuen Umgebungen; was darüber liegt, wird mit Status 429 gedrosselt. Die Obergrenze der Umgebungen auf diesem Computer ist keine Regel von Lambda: Sie hält Events zurück.</translation>
    </message>
    <message>
        <source>Idle lifetime of environments</source>
        <translation>Lebensdauer freier Umgebungen</translation>
    </message>
    <message>
        <source>Lambda promises none. How long an environment waits for another event here is an assumption: 5 minutes where nothing else is set.</source>
        <translation>Lambda verspricht keine. Wie lange eine Umgebung hier auf ein weiteres Event wartet, ist eine Annahme: 5 Minuten, wo nichts anderes eingestellt ist.</translation>
    </message>
    <message>
        <source>Asynchronous events</source>
        <translation>Asynchrone Events</translation>
    </message>
    <message>
        <source>The queue, its retries, back-off, maximum age, destinations and dead letters are Lambda&apos;s, on a clock that can be advanced. Records go to what this computer has: functions, files and local addresses.</source>
        <translation>Warteschlange, Wiederholungen, wachsende Pausen, Höchstalter, Ziele und Dead Letters sind die von Lambda, auf einer Uhr, die vorgestellt werden kann. Datensätze gehen an das, was dieser Computer hat: Funktionen, Dateien und lokale Adressen.</translation>
    </message>
    <message>
        <source>X-Ray</source>
        <translation>X-Ray</translation>
    </message>
    <message>
        <source>The function sees a trace id for each event, but nothing receives its segments.</source>
        <translation>Die Funktion sieht zu jedem Event eine Trace-ID, aber niemand nimmt ihre Segmente entgegen.</translation>
    </message>
    <message>
        <source>Metadata endpoint</source>
        <translation>Metadaten-Endpunkt</translation>
    </message>
    <message>
        <source>AWS_LAMBDA_METADATA_API is not set, so no function learns an availability zone.</source>
        <translation>AWS_LAMBDA_METADATA_API ist nicht gesetzt; keine Funktion erfährt eine Availability Zone.</translation>
    </message>
    <message>
        <source>enforced</source>
        <translation>erzwungen</translation>
    </message>
    <message>
        <source>CPU Time</source>
        <translation>CPU-Zeit</translation>
    </message>
    <message>
        <source>Of all processes of the environment during the invoke phase, by the control group where it keeps the account, else by the processes&apos; own clocks.</source>
        <translation>Von allen Prozessen der Umgebung während der Invoke-Phase, nach der Control Group, wo sie darüber Buch führt, sonst nach den eigenen Uhren der Prozesse.</translation>
    </message>
    <message>
        <source>Power Tuning</source>
        <translation>Power Tuning</translation>
    </message>
    <message>
        <source>Durations at other memory sizes are computed from CPU time and waiting time without a limit; a few sizes are measured under their CPU quota. How fast Lambda&apos;s processors are is an assumption that is always told.</source>
        <translation>Die Dauer bei anderen Speichergrößen wird aus CPU-Zeit und Wartezeit ohne Grenze berechnet; einige Größen werden unter ihrem CPU-Kontingent gemessen. Wie schnell die Prozessoren von Lambda sind, ist eine Annahme, die immer genannt wird.</translation>
    </message>
    <message>
        <source>No image of the memory is taken and restored, so the time that this takes on Lambda is not part of any figure.</source>
        <translation>Kein Abbild des Speichers wird erzeugt und wiederhergestellt; die Zeit, die das auf Lambda braucht, ist daher in keinem Wert enthalten.</translation>
    </message>
</context>
<context>
    <name>FidelityLimits</name>
    <message>
        <source>Memory limit</source>
        <translation>Speichergrenze</translation>
    </message>
    <message>
        <source>The memory is measured and not limited.</source>
        <translation>Der Speicher wird gemessen und nicht begrenzt.</translation>
    </message>
    <message>
        <source>/tmp limit</source>
        <translation>Größe von /tmp</translation>
    </message>
    <message>
        <source>/tmp is a file system of the configured size of its own; writing more fails with &quot;No space left on device&quot;.</source>
        <translation>/tmp ist ein eigenes Dateisystem der konfigurierten Größe; mehr zu schreiben scheitert mit &quot;No space left on device&quot;.</translation>
    </message>
    <message>
        <source>The size of /tmp is looked at from time to time.</source>
        <translation>Die Größe von /tmp wird von Zeit zu Zeit geprüft.</translation>
    </message>
    <message>
        <source>A function can fill /tmp as far as this computer&apos;s disk allows. %1</source>
        <translation>Eine Funktion kann /tmp füllen, soweit die Platte dieses Computers reicht. %1</translation>
    </message>
    <message>
        <source>/var/task, /opt and the system are read-only; /tmp is empty at a cold start and stays while the environment lives.</source>
        <translation>/var/task, /opt und das System sind nur lesbar; /tmp ist bei einem Cold Start leer und bleibt, solange die Umgebung lebt.</translation>
    </message>
    <message>
        <source>The function sees this computer&apos;s files with the rights of this user and may change them. %1</source>
        <translation>Die Funktion sieht die Dateien dieses Computers mit den Rechten dieses Benutzers und kann sie ändern. %1</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Folders and zip files are merged into /opt in their order, at most five; the runtime&apos;s search paths find them there.</source>
        <translation>Ordner und Zip-Dateien werden der Reihe nach in /opt vereint, höchstens fünf; die Suchpfade der Laufzeit finden sie dort.</translation>
    </message>
    <message>
        <source>Folders and zip files are merged in their order, at most five, and the runtime&apos;s search paths find them; their folder is not /opt. %1</source>
        <translation>Ordner und Zip-Dateien werden der Reihe nach vereint, höchstens fünf, und die Suchpfade der Laufzeit finden sie; ihr Ordner ist nicht /opt. %1</translation>
    </message>
    <message>
        <source>Open descriptors</source>
        <translation>Offene Deskriptoren</translation>
    </message>
    <message>
        <source>A process can have 1,024 of them open; the next one fails.</source>
        <translation>Ein Prozess kann 1.024 davon offen haben; der nächste scheitert.</translation>
    </message>
    <message>
        <source>This computer&apos;s own limit holds.</source>
        <translation>Es gilt die Grenze dieses Computers.</translation>
    </message>
    <message>
        <source>Processes and threads</source>
        <translation>Prozesse und Threads</translation>
    </message>
    <message>
        <source>An environment can have 1,024 of them together; starting one more fails.</source>
        <translation>Eine Umgebung kann zusammen 1.024 davon haben; einen weiteren zu starten scheitert.</translation>
    </message>
    <message>
        <source>They are counted from time to time, and an environment with more than 1,024 is killed.</source>
        <translation>Sie werden von Zeit zu Zeit gezählt, und eine Umgebung mit mehr als 1.024 wird beendet.</translation>
    </message>
    <message>
        <source>CPU share</source>
        <translation>CPU-Anteil</translation>
    </message>
    <message>
        <source>Lambda gives CPU in proportion to memory, one vCPU at 1,769 MB. Here the function uses the computer&apos;s full speed, so small memory sizes are slower on Lambda; an option of the run limits it.</source>
        <translation>Lambda teilt CPU im Verhältnis zum Speicher zu, eine vCPU bei 1.769 MB. Hier nutzt die Funktion die volle Geschwindigkeit des Computers; mit wenig Speicher ist sie auf Lambda langsamer. Eine Option des Laufs begrenzt sie.</translation>
    </message>
    <message>
        <source>The kernel gives CPU time in proportion to memory, one vCPU at 1,769 MB, in periods of 20 ms. How fast one vCPU is differs from Lambda&apos;s.</source>
        <translation>Der Kernel teilt CPU-Zeit im Verhältnis zum Speicher zu, eine vCPU bei 1.769 MB, in Perioden von 20 ms. Wie schnell eine vCPU ist, weicht von Lambda ab.</translation>
    </message>
    <message>
        <source>It was asked for, but this user may not make the control groups that it needs.</source>
        <translation>Er wurde verlangt, aber dieser Benutzer darf die nötigen Control Groups nicht anlegen.</translation>
    </message>
    <message>
        <source>Bandwidth of streamed responses</source>
        <translation>Bandbreite gestreamter Antworten</translation>
    </message>
    <message>
        <source>After the first 6 MB, a streamed response is taken at 2 MB per second.</source>
        <translation>Nach den ersten 6 MB wird eine gestreamte Antwort mit 2 MB pro Sekunde angenommen.</translation>
    </message>
    <message>
        <source>A streamed response is taken as fast as it comes; an option of the run limits it to 2 MB per second after the first 6 MB.</source>
        <translation>Eine gestreamte Antwort wird so schnell angenommen, wie sie kommt; eine Option des Laufs begrenzt sie nach den ersten 6 MB auf 2 MB pro Sekunde.</translation>
    </message>
    <message>
        <source>Freeze between invocations</source>
        <translation>Einfrieren zwischen Aufrufen</translation>
    </message>
    <message>
        <source>It is switched off: work in the background goes on between invocations, which it does not on Lambda.</source>
        <translation>Ausgeschaltet: Arbeit im Hintergrund geht zwischen Aufrufen weiter, anders als auf Lambda.</translation>
    </message>
    <message>
        <source>A control group stands still as a whole until the next event.</source>
        <translation>Eine Control Group steht als Ganzes still bis zum nächsten Event.</translation>
    </message>
    <message>
        <source>Every process of the environment is stopped until the next event.</source>
        <translation>Jeder Prozess der Umgebung ist angehalten bis zum nächsten Event.</translation>
    </message>
    <message>
        <source>Processes keep running between invocations.</source>
        <translation>Prozesse laufen zwischen Aufrufen weiter.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>/tmp</source>
        <translation>/tmp</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>no isolation</source>
        <translation>keine Isolation</translation>
    </message>
    <message>
        <source>%1 enforced</source>
        <translation>%1 erzwungen</translation>
    </message>
    <message>
        <source>memory watched</source>
        <translation>Speicher überwacht</translation>
    </message>
    <message>
        <source>Needs isolation with bubblewrap, which is not in force.</source>
        <translation>Braucht Isolation mit bubblewrap, die nicht aktiv ist.</translation>
    </message>
    <message>
        <source>bubblewrap</source>
        <translation>bubblewrap</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>The memory of all processes is read every 10 ms and the environment is killed when it is above what is configured; a control group ends what grows too fast for that. A peak of less than 10 ms can pass.</source>
        <translation>Der Speicher aller Prozesse wird alle 10 ms gelesen und die Umgebung beendet, wenn er über dem konfigurierten liegt; eine Control Group beendet, was dafür zu schnell wächst. Eine Spitze unter 10 ms kann durchgehen.</translation>
    </message>
    <message>
        <source>The memory of all processes is read every 10 ms and the environment is killed when it is above what is configured; what grows very fast goes beyond it before. This user can make no control group, which would end that.</source>
        <translation>Der Speicher aller Prozesse wird alle 10 ms gelesen und die Umgebung beendet, wenn er über dem konfigurierten liegt; was sehr schnell wächst, kommt vorher darüber hinaus. Dieser Benutzer kann keine Control Group anlegen, die das beenden würde.</translation>
    </message>
    <message>
        <source>This user&apos;s own limit holds.</source>
        <translation>Es gilt die Grenze dieses Benutzers.</translation>
    </message>
    <message>
        <source>Processes that stay behind</source>
        <translation>Zurückbleibende Prozesse</translation>
    </message>
    <message>
        <source>There are none: the kernel ends all processes of an environment with it, also when Coldframe itself is killed.</source>
        <translation>Es gibt keine: Der Kernel beendet alle Prozesse einer Umgebung mit ihr, auch wenn Coldframe selbst beendet wird.</translation>
    </message>
    <message>
        <source>A supervisor ends all processes of an environment with it, also when Coldframe itself is killed; a function that kills the supervisor gets away.</source>
        <translation>Ein Aufseher beendet alle Prozesse einer Umgebung mit ihr, auch wenn Coldframe selbst beendet wird; eine Funktion, die den Aufseher beendet, entkommt.</translation>
    </message>
    <message>
        <source>A process that leaves its session goes on when the environment has ended.</source>
        <translation>Ein Prozess, der seine Session verlässt, läuft weiter, wenn die Umgebung beendet ist.</translation>
    </message>
    <message>
        <source>The processes are stopped when the CPU time of 20 ms is spent, which is in proportion to memory, one vCPU at 1,769 MB. How fast one vCPU is differs from Lambda&apos;s.</source>
        <translation>Die Prozesse werden angehalten, wenn die CPU-Zeit von 20 ms verbraucht ist, die im Verhältnis zum Speicher steht, eine vCPU bei 1.769 MB. Wie schnell eine vCPU ist, weicht von Lambda ab.</translation>
    </message>
    <message>
        <source>Read-only file system, own /tmp</source>
        <translation>Dateisystem nur lesbar, eigenes /tmp</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>more than can be counted</source>
        <translation>mehr als zählbar</translation>
    </message>
    <message>
        <source>$%1</source>
        <translation>%1 $</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>&lt; %1</source>
        <translation>&lt; %1</translation>
    </message>
</context>
<context>
    <name>FixtureReportText</name>
    <message>
        <source>warm</source>
        <translation>warm</translation>
    </message>
    <message>
        <source>cold starts</source>
        <translation>Cold Starts</translation>
    </message>
    <message>
        <source>cold and warm</source>
        <translation>kalt und warm</translation>
    </message>
    <message>
        <source>%1 (%2, line %3)</source>
        <translation>%1 (%2, Zeile %3)</translation>
    </message>
    <message>
        <source>Passed with warnings</source>
        <translation>Mit Warnungen bestanden</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Run %1 of %2: %3</source>
        <translation>Lauf %1 von %2: %3</translation>
    </message>
    <message>
        <source>The end of its log:</source>
        <translation>Das Ende ihres Logs:</translation>
    </message>
    <message>
        <source>no price is known</source>
        <translation>kein Preis bekannt</translation>
    </message>
    <message>
        <source>%1 without those that have no known price</source>
        <translation>%1 ohne die, für die kein Preis bekannt ist</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Nicht ausgeführt</translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation>%1 bestanden</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 could not run</source>
        <translation>%1 nicht ausführbar</translation>
    </message>
    <message>
        <source>%1 not run</source>
        <translation>%1 nicht ausgeführt</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 Warnung</translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No fixture</source>
        <translation>Keine Fixture</translation>
    </message>
    <message>
        <source>Fixtures: %1, each in %2 columns; %3</source>
        <translation>Fixtures: %1, jede in %2 Spalten; %3</translation>
    </message>
    <message>
        <source>1 fixture: %1</source>
        <translation>1 Fixture: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n fixtures: %1</source>
        <translation>
            <numerusform>%n Fixture: %1</numerusform>
            <numerusform>%n Fixtures: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The function&apos;s runtime is %1; %2 is of another language.</source>
        <translation>Die Runtime der Funktion ist %1; %2 gehört zu einer anderen Sprache.</translation>
    </message>
    <message>
        <source>%1 is not installed here: %2 ran instead.</source>
        <translation>%1 ist hier nicht installiert: Stattdessen lief %2.</translation>
    </message>
    <message>
        <source>%1 more that are not listed.</source>
        <translation>%1 weitere, die nicht aufgelistet sind.</translation>
    </message>
    <message>
        <source>The function ended with %1</source>
        <translation>Die Funktion endete mit %1</translation>
    </message>
    <message>
        <source>1 invocation in %1; cold starts: %2.</source>
        <translation>1 Aufruf in %1; Cold Starts: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n invocations in %1; cold starts: %2.</source>
        <translation>
            <numerusform>%n Aufruf in %1; Cold Starts: %2.</numerusform>
            <numerusform>%n Aufrufe in %1; Cold Starts: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>duration %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message>
        <source>durations %1 to %2, median %3</source>
        <translation>Dauer %1 bis %2, Median %3</translation>
    </message>
    <message>
        <source>init phases up to %1</source>
        <translation>Init-Phasen bis %1</translation>
    </message>
    <message>
        <source>memory up to %1</source>
        <translation>Speicher bis %1</translation>
    </message>
    <message>
        <source>Measured on this computer: %1.</source>
        <translation>Auf diesem Computer gemessen: %1.</translation>
    </message>
    <message>
        <source>Modelled: %1 billed, %2 at list prices of %3 without free tier.</source>
        <translation>Modelliert: %1 abgerechnet, %2 zu Listenpreisen vom %3 ohne Free Tier.</translation>
    </message>
    <message>
        <source>Modelled: %1 billed, %2.</source>
        <translation>Modelliert: %1 abgerechnet, %2.</translation>
    </message>
    <message>
        <source>Accepted as the new golden response: %1</source>
        <translation>Als neue Referenzantwort angenommen: %1</translation>
    </message>
    <message>
        <source>Fixtures without a golden response yet: %1</source>
        <translation>Fixtures noch ohne Referenzantwort: %1</translation>
    </message>
    <message>
        <source>Stopped before all of them ran.</source>
        <translation>Gestoppt, bevor alle liefen.</translation>
    </message>
</context>
<context>
    <name>FixtureText</name>
    <message>
        <source>The body</source>
        <translation>Der Body</translation>
    </message>
    <message>
        <source>The response</source>
        <translation>Die Antwort</translation>
    </message>
    <message>
        <source>The body&apos;s %1</source>
        <translation>%1 des Body</translation>
    </message>
    <message>
        <source>The response&apos;s %1</source>
        <translation>%1 der Antwort</translation>
    </message>
    <message>
        <source>%1 is missing, expected %2.</source>
        <translation>%1 fehlt, erwartet war %2.</translation>
    </message>
    <message>
        <source>%1 is %2, and nothing was expected there.</source>
        <translation>%1 ist %2, und dort war nichts erwartet.</translation>
    </message>
    <message>
        <source>%1 is %2, expected %3.</source>
        <translation>%1 ist %2, erwartet war %3.</translation>
    </message>
    <message>
        <source>The response differs from the golden one in too many places.</source>
        <translation>Die Antwort weicht an zu vielen Stellen von der Referenzantwort ab.</translation>
    </message>
    <message>
        <source>%1 is gone; the golden response has %2.</source>
        <translation>%1 ist weg; in der Referenzantwort steht %2.</translation>
    </message>
    <message>
        <source>%1 is new: %2.</source>
        <translation>%1 ist neu: %2.</translation>
    </message>
    <message>
        <source>%1 is %2; the golden response has %3.</source>
        <translation>%1 ist %2; in der Referenzantwort steht %3.</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>erfolgreich</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>The invocation&apos;s status is %1, expected %2.</source>
        <translation>Der Status des Aufrufs ist %1, erwartet war %2.</translation>
    </message>
    <message>
        <source>The invocation&apos;s status is %1 (%2), expected %3.</source>
        <translation>Der Status des Aufrufs ist %1 (%2), erwartet war %3.</translation>
    </message>
    <message>
        <source>The status code is %1, expected %2.</source>
        <translation>Der Statuscode ist %1, erwartet war %2.</translation>
    </message>
    <message>
        <source>The response has no status code, expected %1.</source>
        <translation>Die Antwort hat keinen Statuscode, erwartet war %1.</translation>
    </message>
    <message>
        <source>The error type is %1, expected %2.</source>
        <translation>Der Fehlertyp ist %1, erwartet war %2.</translation>
    </message>
    <message>
        <source>There is no error, expected one of the type %1.</source>
        <translation>Es gibt keinen Fehler, erwartet war einer vom Typ %1.</translation>
    </message>
    <message>
        <source>%1 does not match the regular expression %2: %3</source>
        <translation>%1 passt nicht zum regulären Ausdruck %2: %3</translation>
    </message>
    <message>
        <source>%1 does not follow the schema: %2.</source>
        <translation>%1 entspricht nicht dem Schema: %2.</translation>
    </message>
    <message>
        <source>%1 is no JSON: %2</source>
        <translation>%1 ist kein JSON: %2</translation>
    </message>
    <message>
        <source>The response has no body.</source>
        <translation>Die Antwort hat keinen Body.</translation>
    </message>
    <message>
        <source>The schema cannot be used: %1.</source>
        <translation>Das Schema ist unbrauchbar: %1.</translation>
    </message>
    <message>
        <source>A path cannot be followed: %1.</source>
        <translation>Einem Pfad lässt sich nicht folgen: %1.</translation>
    </message>
    <message>
        <source>No log line contains “%1”.</source>
        <translation>Keine Log-Zeile enthält „%1“.</translation>
    </message>
    <message>
        <source>A log line contains “%1”: %2</source>
        <translation>Eine Log-Zeile enthält „%1“: %2</translation>
    </message>
    <message>
        <source>No log line matches the regular expression %1.</source>
        <translation>Keine Log-Zeile passt zum regulären Ausdruck %1.</translation>
    </message>
    <message>
        <source>Duration is %1 ms, the budget is %2 ms.</source>
        <translation>Duration ist %1 ms, das Budget ist %2 ms.</translation>
    </message>
    <message>
        <source>Init Duration is %1 ms, the budget is %2 ms.</source>
        <translation>Init Duration ist %1 ms, das Budget ist %2 ms.</translation>
    </message>
    <message>
        <source>Max Memory Used is %1 MB, the budget is %2 MB.</source>
        <translation>Max Memory Used ist %1 MB, das Budget ist %2 MB.</translation>
    </message>
    <message>
        <source>The invocation costs %1 USD, the budget is %2 USD.</source>
        <translation>Der Aufruf kostet %1 USD, das Budget ist %2 USD.</translation>
    </message>
    <message>
        <source>The budget of %1 USD was not checked: there are no prices for the function&apos;s region.</source>
        <translation>Das Budget von %1 USD wurde nicht geprüft: Für die Region der Funktion gibt es keine Preise.</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n more like this are not listed.</source>
        <translation>
            <numerusform>%1 %n weitere Stelle dieser Art ist nicht aufgelistet.</numerusform>
            <numerusform>%1 %n weitere Stellen dieser Art sind nicht aufgelistet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was changed by another program since it was read, so it was not overwritten. Read it again, or save under another name.</source>
        <translation>%1 wurde seit dem Lesen von einem anderen Programm geändert und deshalb nicht überschrieben. Die Datei neu lesen oder unter anderem Namen speichern.</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>ForecastSheet</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Total a month</source>
        <translation>Summe pro Monat</translation>
    </message>
    <message>
        <source>Provisioned time in use</source>
        <translation>Auslastung der Provisioned Concurrency</translation>
    </message>
    <message>
        <source>Provisioned concurrency pays from</source>
        <translation>Provisioned Concurrency lohnt sich ab</translation>
    </message>
    <message>
        <source>Provisioned concurrency pays from, price tier %1</source>
        <translation>Provisioned Concurrency lohnt sich ab, Preisstufe %1</translation>
    </message>
    <message>
        <source>Duration on arm64 costs less up to</source>
        <translation>Dauer auf arm64 kostet weniger bis</translation>
    </message>
    <message>
        <source>There are no prices of instances in %1.</source>
        <translation>Für %1 gibt es keine Preise von Instanzen.</translation>
    </message>
    <message>
        <source>Lambda on %1 against instances that are always on, list price on demand of %2. At the peak: %3 requests a second, each with %4 of CPU time and %5 of memory for %6.</source>
        <translation>Lambda auf %1 gegenüber Instanzen, die immer laufen, On-Demand-Listenpreis vom %2. In der Spitze: %3 Requests pro Sekunde, jeder mit %4 CPU-Zeit und %5 Speicher für %6.</translation>
    </message>
    <message>
        <source>%1, %2. US dollars, list prices without taxes and discounts. Source: %3</source>
        <translation>%1, %2. US-Dollar, Listenpreise ohne Steuern und Rabatte. Quelle: %3</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Restore time of cold starts</source>
        <translation>Zeit zum Wiederherstellen bei Cold Starts</translation>
    </message>
    <message>
        <source>Init of cold starts</source>
        <translation>Init der Cold Starts</translation>
    </message>
    <message>
        <source>%1, price tier %2</source>
        <translation>%1, Preisstufe %2</translation>
    </message>
    <message>
        <source>no price in the book</source>
        <translation>kein Preis in der Liste</translation>
    </message>
    <message>
        <source>Total: %1</source>
        <translation>Summe: %1</translation>
    </message>
    <message>
        <source>Time in use: %1</source>
        <translation>Auslastung: %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Pays from: %1</source>
        <translation>Lohnt sich ab: %1</translation>
    </message>
    <message>
        <source>%1 × the time</source>
        <translation>%1 × die Zeit</translation>
    </message>
    <message>
        <source>Times as long: %1</source>
        <translation>Faktor der Dauer: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an instance and its architecture</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message>
        <source>instance costs less</source>
        <translation>Instanz kostet weniger</translation>
    </message>
    <message>
        <source>Lambda costs less</source>
        <translation>Lambda kostet weniger</translation>
    </message>
    <message>
        <source>both cost the same</source>
        <translation>beide kosten gleich viel</translation>
    </message>
    <message>
        <source>yes, for a time</source>
        <translation>ja, eine Zeit lang</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no, it needs %1</source>
        <translation>nein, nötig: %1</translation>
    </message>
    <message>
        <source>A month: %1</source>
        <translation>Pro Monat: %1</translation>
    </message>
    <message>
        <source>Costs as much as Lambda at: %1</source>
        <translation>Kostet so viel wie Lambda bei: %1</translation>
    </message>
    <message>
        <source>Peak: %1 vCPU of %2, %3 requests at once with %4 of %5</source>
        <translation>Spitze: %1 vCPU von %2, %3 Requests zugleich mit %4 von %5</translation>
    </message>
    <message>
        <source>At this traffic: %1 × %2 = %3, Lambda %4</source>
        <translation>Bei diesem Traffic: %1 × %2 = %3, Lambda %4</translation>
    </message>
    <message>
        <source>%1: the price book has no price for this, so it is not in the total: %2.</source>
        <translation>%1: Die Preisliste hat dafür keinen Preis, es fehlt also in der Summe: %2.</translation>
    </message>
    <message>
        <source>%1: so many environments cannot serve that share of the requests; they would be busy for %2 of the time.</source>
        <translation>%1: So viele Umgebungen können diesen Anteil der Requests nicht bedienen; sie wären %2 der Zeit beschäftigt.</translation>
    </message>
    <message>
        <source>Cold starts are counted among the requests on demand only. Init phases of provisioned environments are billed too, but how often Lambda repeats them is not known: they are not counted.</source>
        <translation>Cold Starts werden nur bei den Requests on demand gezählt. Init-Phasen von Provisioned Concurrency werden auch berechnet, aber wie oft Lambda sie wiederholt, ist nicht bekannt: Sie sind nicht eingerechnet.</translation>
    </message>
    <message>
        <source>The duration was measured in %1 runs on this computer; processors of AWS differ.</source>
        <translation>Die Dauer wurde in %1 Läufen auf diesem Computer gemessen; Prozessoren von AWS weichen ab.</translation>
    </message>
    <message>
        <source>The share of cold starts is that of %1 runs here; on AWS it depends on how the traffic is spread.</source>
        <translation>Der Anteil der Cold Starts ist der von %1 Läufen hier; auf AWS hängt er davon ab, wie sich der Traffic verteilt.</translation>
    </message>
    <message>
        <source>The share of cold starts is an assumption.</source>
        <translation>Der Anteil der Cold Starts ist eine Annahme.</translation>
    </message>
    <message>
        <source>Assumed: arm64 takes %1 times as long as x86_64.</source>
        <translation>Angenommen: arm64 braucht %1-mal so lange wie x86_64.</translation>
    </message>
    <message>
        <source>SnapStart: a cold start bills its restore time instead of init; the cache counts 3 hours at least. For Java there is no charge for cache and restores.</source>
        <translation>SnapStart: Ein Cold Start berechnet die Zeit zum Wiederherstellen statt des Init; der Cache zählt mindestens 3 Stunden. Für Java kosten Cache und Wiederherstellen nichts.</translation>
    </message>
    <message>
        <source>A streamed GB is taken for 1,073,741,824 bytes.</source>
        <translation>Ein gestreamtes GB wird mit 1.073.741.824 Bytes gerechnet.</translation>
    </message>
    <message>
        <source>A month has 730 hours. Amounts are exact and rounded once, for display. Data transfer, logs and other services are not counted.</source>
        <translation>Ein Monat hat 730 Stunden. Beträge sind exakt und nur für die Anzeige einmal gerundet. Datenübertragung, Logs und andere Dienste sind nicht eingerechnet.</translation>
    </message>
    <message>
        <source>The free tier is taken off before the first price tier, from the handler&apos;s time before the init phases; AWS does not say so (at most $0.67 of difference).</source>
        <translation>Das Free Tier wird vor der ersten Preisstufe abgezogen, von der Zeit des Handlers vor den Init-Phasen; AWS sagt das nicht (höchstens 0,67 $ Unterschied).</translation>
    </message>
    <message>
        <source>Both columns get the free tier in full. An account with functions on both architectures has it once.</source>
        <translation>Beide Spalten bekommen das volle Free Tier. Ein Konto mit Funktionen auf beiden Architekturen hat es nur einmal.</translation>
    </message>
    <message>
        <source>Free requests count for provisioned concurrency too, as in AWS&apos;s example, although its free tier is said not to apply there; free duration does not.</source>
        <translation>Freie Requests zählen auch für Provisioned Concurrency, wie im Beispiel von AWS, obwohl das Free Tier dort nicht gelten soll; freie Dauer zählt nicht.</translation>
    </message>
    <message>
        <source>≈: the source of this price is rounded or not confirmed.</source>
        <translation>≈: Die Quelle dieses Preises ist gerundet oder nicht bestätigt.</translation>
    </message>
    <message>
        <source>The price book knows the first price tier of this region only; it stands for all.</source>
        <translation>Die Preisliste kennt nur die erste Preisstufe dieser Region; sie steht für alle.</translation>
    </message>
    <message>
        <source>Instances: break-even at the first price tier without free tier; operating system, disk, address, load balancer and spare instances are not counted. CPU and memory are as measured or set, and one process serves one request.</source>
        <translation>Instanzen: Break-even in der ersten Preisstufe ohne Free Tier; Betriebssystem, Festplatte, Adresse, Load Balancer und Reserve-Instanzen sind nicht eingerechnet. CPU und Speicher sind wie gemessen oder eingestellt, und ein Prozess bedient einen Request.</translation>
    </message>
    <message>
        <source>The CPU time of a request is taken for its whole duration.</source>
        <translation>Als CPU-Zeit eines Requests wird seine ganze Dauer genommen.</translation>
    </message>
    <message>
        <source>%1 requests a month (%2 a second), %3 at %4, %5 of them cold</source>
        <translation>%1 Requests pro Monat (%2 pro Sekunde), %3 bei %4, davon %5 kalt</translation>
    </message>
    <message>
        <source> with %1 of init</source>
        <translation> mit %1 Init</translation>
    </message>
</context>
<context>
    <name>HandlerSpanText</name>
    <message>
        <source>CONNECTION %1: request over a kept connection failed after %2</source>
        <translation>CONNECTION %1: Anfrage über eine gehaltene Verbindung nach %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>CONNECTION %1: request over a kept connection, %2</source>
        <translation>CONNECTION %1: Anfrage über eine gehaltene Verbindung, %2</translation>
    </message>
    <message>
        <source>CONNECTION %1: failed after %2</source>
        <translation>CONNECTION %1: nach %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>CONNECTION %1: not connected after %2</source>
        <translation>CONNECTION %1: nach %2 nicht verbunden</translation>
    </message>
    <message>
        <source>CONNECTION %1: connected after %2, closed after %3</source>
        <translation>CONNECTION %1: nach %2 verbunden, nach %3 geschlossen</translation>
    </message>
    <message>
        <source>CONNECTION %1: connected after %2, still open after %3</source>
        <translation>CONNECTION %1: nach %2 verbunden, nach %3 noch offen</translation>
    </message>
    <message>
        <source>SPAN %1: failed after %2</source>
        <translation>SPAN %1: nach %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>SPAN %1: %2</source>
        <translation>SPAN %1: %2</translation>
    </message>
    <message>
        <source>SPAN %1: still running after %2</source>
        <translation>SPAN %1: läuft nach %2 noch</translation>
    </message>
</context>
<context>
    <name>HistoryText</name>
    <message>
        <source>Slower than the baseline</source>
        <translation>Langsamer als die Baseline</translation>
    </message>
    <message>
        <source>More than the baseline</source>
        <translation>Mehr als die Baseline</translation>
    </message>
    <message>
        <source>Faster than the baseline</source>
        <translation>Schneller als die Baseline</translation>
    </message>
    <message>
        <source>Less than the baseline</source>
        <translation>Weniger als die Baseline</translation>
    </message>
    <message>
        <source>The baseline has %1 comparable runs; %2 are needed.</source>
        <translation>Die Baseline hat %1 vergleichbare Läufe; nötig sind %2.</translation>
    </message>
    <message>
        <source>%1 comparable runs came after the baseline; %2 are needed.</source>
        <translation>%1 vergleichbare Läufe kamen nach der Baseline; nötig sind %2.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Billed duration</source>
        <translation>Billed Duration</translation>
    </message>
    <message>
        <source>Init duration</source>
        <translation>Init Duration</translation>
    </message>
    <message>
        <source>Max memory used</source>
        <translation>Max Memory Used</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>$%1 per million</source>
        <translation>%1 $ pro Million</translation>
    </message>
    <message>
        <source>No run of this function is marked as baseline.</source>
        <translation>Kein Lauf dieser Funktion ist als Baseline markiert.</translation>
    </message>
    <message>
        <source>%1, %2, median %3 (%4 cold starts against %5).</source>
        <translation>%1, %2, Median %3 (%4 Cold Starts gegen %5).</translation>
    </message>
    <message>
        <source>%1, %2, median %3 (%4 warm runs against %5).</source>
        <translation>%1, %2, Median %3 (%4 warme Läufe gegen %5).</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1, geändert</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>fixtures</source>
        <translation>Fixtures</translation>
    </message>
    <message>
        <source>asynchronous</source>
        <translation>asynchron</translation>
    </message>
    <message>
        <source>burst</source>
        <translation>Burst</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>erfolgreich</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>Runs are not kept in the history. %1</source>
        <translation>Läufe werden nicht im Verlauf aufbewahrt. %1</translation>
    </message>
    <message>
        <source>%1 (below %2 counts)</source>
        <translation>%1 (unter %2 zählt)</translation>
    </message>
    <message>
        <source>No difference from the baseline shown</source>
        <translation>Kein Unterschied zur Baseline gezeigt</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Function workbench for AWS Lambda</source>
        <translation>Werkbank für AWS-Lambda-Funktionen</translation>
    </message>
    <message>
        <source>The folder to open.</source>
        <translation>Der Ordner, der geöffnet werden soll.</translation>
    </message>
</context>
<context>
    <name>MutationText</name>
    <message>
        <source>emoji of several code points</source>
        <translation>Emojis aus mehreren Codepoints</translation>
    </message>
    <message>
        <source>combining characters</source>
        <translation>kombinierende Zeichen</translation>
    </message>
    <message>
        <source>right-to-left text</source>
        <translation>Text von rechts nach links</translation>
    </message>
    <message>
        <source>a NUL character</source>
        <translation>ein NUL-Zeichen</translation>
    </message>
    <message>
        <source>line breaks of several kinds</source>
        <translation>Zeilenumbrüche mehrerer Arten</translation>
    </message>
    <message>
        <source>markup and placeholders</source>
        <translation>Markup und Platzhalter</translation>
    </message>
    <message>
        <source>a path that leads out of its folder</source>
        <translation>einen Pfad, der aus seinem Ordner führt</translation>
    </message>
    <message>
        <source>one very long character</source>
        <translation>ein sehr langes Zeichen</translation>
    </message>
    <message>
        <source>%1 inside %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 is null</source>
        <translation>%1 ist null</translation>
    </message>
    <message>
        <source>%1 has another type: %2</source>
        <translation>%1 hat einen anderen Typ: %2</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 ist leer</translation>
    </message>
    <message>
        <source>The batch has no records</source>
        <translation>Der Batch hat keine Datensätze</translation>
    </message>
    <message>
        <source>The first record comes twice</source>
        <translation>Der erste Datensatz kommt zweimal</translation>
    </message>
    <message>
        <source>The records come in reversed order</source>
        <translation>Die Datensätze kommen in umgekehrter Reihenfolge</translation>
    </message>
    <message>
        <source>The JSON in %1 is cut off</source>
        <translation>Das JSON in %1 ist abgeschnitten</translation>
    </message>
    <message>
        <source>The JSON in %1 is encoded twice</source>
        <translation>Das JSON in %1 ist doppelt kodiert</translation>
    </message>
    <message>
        <source>The Base64 in %1 is broken</source>
        <translation>Das Base64 in %1 ist kaputt</translation>
    </message>
    <message>
        <source>%1 has %2</source>
        <translation>%1 enthält %2</translation>
    </message>
    <message>
        <source>%1 has %2 bytes</source>
        <translation>%1 hat %2 Bytes</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source>The number in %1 is a string</source>
        <translation>Die Zahl in %1 ist ein String</translation>
    </message>
    <message>
        <source>%1 has the other truth value</source>
        <translation>%1 hat den anderen Wahrheitswert</translation>
    </message>
    <message>
        <source>%1 is wrapped in objects (%2)</source>
        <translation>%1 ist in Objekte verpackt (%2)</translation>
    </message>
    <message>
        <source>%1 has a member that nobody knows</source>
        <translation>%1 hat ein Feld, das niemand kennt</translation>
    </message>
</context>
<context>
    <name>PasteText</name>
    <message>
        <source>A curl command</source>
        <translation>Ein curl-Befehl</translation>
    </message>
    <message>
        <source>An AWS CLI command</source>
        <translation>Ein Befehl der AWS CLI</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>A JavaScript object</source>
        <translation>Ein JavaScript-Objekt</translation>
    </message>
    <message>
        <source>A Python object</source>
        <translation>Ein Python-Objekt</translation>
    </message>
    <message>
        <source>A log line</source>
        <translation>Eine Log-Zeile</translation>
    </message>
    <message>
        <source>A JSON log record</source>
        <translation>Ein JSON-Log-Eintrag</translation>
    </message>
    <message>
        <source>There is nothing to paste. Copy a curl command, an event or a log line first.</source>
        <translation>Es gibt nichts einzufügen. Zuerst einen curl-Befehl, ein Event oder eine Log-Zeile kopieren.</translation>
    </message>
    <message>
        <source>The text is too long: at most %1 bytes are read. Copy only the event.</source>
        <translation>Der Text ist zu lang: Höchstens %1 Bytes werden gelesen. Nur das Event kopieren.</translation>
    </message>
    <message>
        <source>No event was found: the text is no curl command and has no JSON object. Copy the whole event, from its first to its last brace.</source>
        <translation>Kein Event gefunden: Der Text ist kein curl-Befehl und enthält kein JSON-Objekt. Das ganze Event kopieren, von der ersten bis zur letzten geschweiften Klammer.</translation>
    </message>
    <message>
        <source>Something that is neither JSON nor a JavaScript or Python value stands here. Correct it there.</source>
        <translation>Hier steht etwas, das weder JSON noch ein Wert von JavaScript oder Python ist. Dort korrigieren.</translation>
    </message>
    <message>
        <source>Expected %1 here. Correct it there.</source>
        <translation>Hier war %1 erwartet. Dort korrigieren.</translation>
    </message>
    <message>
        <source>The text ends in the middle of the event. Copy it to its last brace; a log viewer may have cut it off.</source>
        <translation>Der Text endet mitten im Event. Es bis zur letzten geschweiften Klammer kopieren; vielleicht hat eine Log-Anzeige es abgeschnitten.</translation>
    </message>
    <message>
        <source>Node.js printed “%1” instead of a value, so the event is not complete. Log it with console.log(JSON.stringify(event)) and copy that.</source>
        <translation>Node.js hat statt eines Wertes „%1“ ausgegeben, daher ist das Event nicht vollständig. Es mit console.log(JSON.stringify(event)) loggen und das kopieren.</translation>
    </message>
    <message>
        <source>“%1” is a Python object, not a literal. Print the event with print(json.dumps(event, default=str)) and copy that.</source>
        <translation>„%1“ ist ein Python-Objekt, kein Literal. Das Event mit print(json.dumps(event, default=str)) ausgeben und das kopieren.</translation>
    </message>
    <message>
        <source>“%1” begins a JavaScript expression, whose value is not known here. Copy the output of JSON.stringify instead.</source>
        <translation>Mit „%1“ beginnt ein JavaScript-Ausdruck, dessen Wert hier nicht bekannt ist. Stattdessen die Ausgabe von JSON.stringify kopieren.</translation>
    </message>
    <message>
        <source>The quote that opens here is not closed. Copy the whole command or event.</source>
        <translation>Das Anführungszeichen, das hier öffnet, wird nicht geschlossen. Den ganzen Befehl oder das ganze Event kopieren.</translation>
    </message>
    <message>
        <source>The shell replaces “%1” by something that is not known here. Put its value there.</source>
        <translation>Die Shell ersetzt „%1“ durch etwas, das hier nicht bekannt ist. Stattdessen den Wert einsetzen.</translation>
    </message>
    <message>
        <source>%1 is no option of curl that is known here. Remove it from the command.</source>
        <translation>%1 ist keine Option von curl, die hier bekannt ist. Sie aus dem Befehl entfernen.</translation>
    </message>
    <message>
        <source>%1 has no value. Copy the whole command.</source>
        <translation>%1 hat keinen Wert. Den ganzen Befehl kopieren.</translation>
    </message>
    <message>
        <source>%1 makes a multipart form, which is not made here. Send the form to the function once, log the event, and paste that.</source>
        <translation>%1 erzeugt ein Multipart-Formular, das hier nicht erzeugt wird. Das Formular einmal an die Funktion senden, das Event loggen und dieses einfügen.</translation>
    </message>
    <message>
        <source>The command reads “%1”, which is not looked at. Put the content in its place.</source>
        <translation>Der Befehl liest „%1“; die Datei wird nicht gelesen. Ihren Inhalt an dieser Stelle einsetzen.</translation>
    </message>
    <message>
        <source>The command has no URL. Add it.</source>
        <translation>Der Befehl hat keine URL. Sie ergänzen.</translation>
    </message>
    <message>
        <source>The command has no --payload with an event. Add it.</source>
        <translation>Der Befehl hat kein --payload mit einem Event. Es ergänzen.</translation>
    </message>
    <message>
        <source>“fetch” is JavaScript that is not read here. Copy the request as cURL in the browser instead.</source>
        <translation>„fetch“ ist JavaScript, das hier nicht gelesen wird. Die Anfrage stattdessen im Browser als cURL kopieren.</translation>
    </message>
    <message>
        <source>The command has a second URL, “%1”. Leave one; a text with blanks needs quotes.</source>
        <translation>Der Befehl hat eine zweite URL, „%1“. Nur eine stehen lassen; ein Text mit Leerzeichen braucht Anführungszeichen.</translation>
    </message>
    <message>
        <source>“%1” is no address of the web. It has to begin with http:// or https://.</source>
        <translation>„%1“ ist keine Webadresse. Sie muss mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
        <source>There is no event template “%1”.</source>
        <translation>Es gibt keine Event-Vorlage „%1“.</translation>
    </message>
    <message>
        <source>The event template “%1” is not one of a request. Choose another one, such as apigw-http-v2, apigw-rest, function-url or alb.</source>
        <translation>Die Event-Vorlage „%1“ ist keine für eine Anfrage. Eine andere wählen, etwa apigw-http-v2, apigw-rest, function-url oder alb.</translation>
    </message>
    <message>
        <source>The template does not take a value of the command: %1.</source>
        <translation>Die Vorlage nimmt einen Wert des Befehls nicht an: %1.</translation>
    </message>
    <message>
        <source>%1 became an event of a source that is not known.</source>
        <translation>%1 wurde zu einem Event unbekannter Herkunft.</translation>
    </message>
    <message>
        <source>%1 became an event of %2.</source>
        <translation>%1 wurde zu einem Event von %2.</translation>
    </message>
    <message>
        <source>Text around the event was left out (%1 characters).</source>
        <translation>Text rund um das Event wurde weggelassen (%1 Zeichen).</translation>
    </message>
    <message>
        <source>The text has more objects (%1); they were left out.</source>
        <translation>Der Text enthält weitere Objekte (%1); sie wurden weggelassen.</translation>
    </message>
    <message>
        <source>The event was the value of “%1”; the rest was left out.</source>
        <translation>Das Event war der Wert von „%1“; der Rest wurde weggelassen.</translation>
    </message>
    <message>
        <source>The event was JSON inside a string.</source>
        <translation>Das Event war JSON in einem String.</translation>
    </message>
    <message>
        <source>It was written as %1 and is JSON now.</source>
        <translation>Es war als %1 geschrieben und ist jetzt JSON.</translation>
    </message>
    <message>
        <source>%1 has no meaning for the event.</source>
        <translation>%1 hat für das Event keine Bedeutung.</translation>
    </message>
    <message>
        <source>What follows the command was left out: %1</source>
        <translation>Was auf den Befehl folgt, wurde weggelassen: %1</translation>
    </message>
    <message>
        <source>The host %1 is not in the event, which has one of AWS&apos;s.</source>
        <translation>Der Host %1 steht nicht im Event; dort steht einer von AWS.</translation>
    </message>
    <message>
        <source>“#%1” stays with the client.</source>
        <translation>„#%1“ bleibt beim Client.</translation>
    </message>
    <message>
        <source>The command does not tell the route; %1 was taken.</source>
        <translation>Der Befehl nennt die Route nicht; angenommen wurde %1.</translation>
    </message>
    <message>
        <source>The template has no place for this: %1.</source>
        <translation>Die Vorlage hat dafür keinen Platz: %1.</translation>
    </message>
    <message>
        <source>The URL has no quotes: a shell would end it at the first “&amp;”.</source>
        <translation>Die URL steht nicht in Anführungszeichen: Eine Shell würde sie am ersten „&amp;“ beenden.</translation>
    </message>
    <message>
        <source>“%1” was there twice; the last one counts.</source>
        <translation>„%1“ kam zweimal vor; das letzte zählt.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
</context>
<context>
    <name>PhaseText</name>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Process start</source>
        <translation>Prozessstart</translation>
    </message>
    <message>
        <source>Interpreter start</source>
        <translation>Interpreterstart</translation>
    </message>
    <message>
        <source>Bootstrap</source>
        <translation>Bootstrap</translation>
    </message>
    <message>
        <source>Handler import</source>
        <translation>Handler-Import</translation>
    </message>
    <message>
        <source>Runtime ready</source>
        <translation>Runtime bereit</translation>
    </message>
    <message>
        <source>Extensions ready</source>
        <translation>Extensions bereit</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Invoke</source>
        <translation>Invoke</translation>
    </message>
    <message>
        <source>Extensions done</source>
        <translation>Extensions fertig</translation>
    </message>
    <message>
        <source>Your code</source>
        <translation>Eigener Code</translation>
    </message>
    <message>
        <source>Dependency</source>
        <translation>Abhängigkeit</translation>
    </message>
    <message>
        <source>Standard library</source>
        <translation>Standardbibliothek</translation>
    </message>
</context>
<context>
    <name>ProbeSheet</name>
    <message>
        <source>Of each value, only the beginning was compared.</source>
        <translation>Von jedem Wert wurde nur der Anfang verglichen.</translation>
    </message>
    <message>
        <source>What the function keeps outside of its environment, for example in a database.</source>
        <translation>Was die Funktion außerhalb ihrer Umgebung aufbewahrt, zum Beispiel in einer Datenbank.</translation>
    </message>
    <message>
        <source>Other modules than %1, and what the function keeps outside of its environment, for example in a database.</source>
        <translation>Andere Module als %1, und was die Funktion außerhalb ihrer Umgebung aufbewahrt, zum Beispiel in einer Datenbank.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>variable (type)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Response %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>cold</source>
        <comment>start of a run</comment>
        <translation>kalt</translation>
    </message>
    <message>
        <source>new processes</source>
        <translation>neue Prozesse</translation>
    </message>
    <message>
        <source>warm</source>
        <comment>start of a run</comment>
        <translation>warm</translation>
    </message>
    <message>
        <source>not observed</source>
        <translation>nicht beobachtet</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>ProbeText</name>
    <message>
        <source>absent</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>no result depended on it.</source>
        <translation>kein Ergebnis hing davon ab.</translation>
    </message>
    <message>
        <source>%1 followed it.</source>
        <translation>gleich verlief: %1.</translation>
    </message>
    <message>
        <source>%1 changed whenever it did.</source>
        <translation>jedes Mal mit geändert: %1.</translation>
    </message>
    <message>
        <source>%1 followed it, and %2 changed whenever it did.</source>
        <translation>gleich verlief: %1; jedes Mal mit geändert: %2.</translation>
    </message>
    <message>
        <source>`%1` in %2</source>
        <translation>`%1` in %2</translation>
    </message>
    <message>
        <source>The folder %1 was made and kept over warm invocations</source>
        <translation>Der Ordner %1 wurde angelegt und blieb über warme Aufrufe erhalten</translation>
    </message>
    <message>
        <source>%1 was written and kept over warm invocations (%2 bytes)</source>
        <translation>%1 wurde geschrieben und blieb über warme Aufrufe erhalten (%2 Bytes)</translation>
    </message>
    <message>
        <source>%1 had %2 bytes after the warm invocations</source>
        <translation>%1 hatte nach den warmen Aufrufen %2 Bytes</translation>
    </message>
    <message>
        <source>%1 was set to %2 and kept over warm invocations (%3 before the first)</source>
        <translation>%1 wurde auf %2 gesetzt und blieb über warme Aufrufe erhalten (%3 vor dem ersten)</translation>
    </message>
    <message>
        <source>%1 went %2 over warm invocations (%3 before the first)</source>
        <translation>%1 durchlief %2 über warme Aufrufe (%3 vor dem ersten)</translation>
    </message>
    <message>
        <source>the outcome</source>
        <translation>der Ausgang</translation>
    </message>
    <message>
        <source>the response</source>
        <translation>die Antwort</translation>
    </message>
    <message>
        <source>the response&apos;s `%1`</source>
        <translation>`%1` der Antwort</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>Nicht beobachtet</translation>
    </message>
    <message>
        <source>A leak changes results</source>
        <translation>Ein Leck verändert Ergebnisse</translation>
    </message>
    <message>
        <source>State survives, without effect</source>
        <translation>Zustand überlebt, ohne Wirkung</translation>
    </message>
    <message>
        <source>Nothing survived</source>
        <translation>Nichts überlebte</translation>
    </message>
    <message>
        <source>Both deliveries had the same result; whether the first left variables to the second was not seen.</source>
        <translation>Beide Zustellungen hatten dasselbe Ergebnis; ob die erste der zweiten Variablen hinterließ, wurde nicht beobachtet.</translation>
    </message>
    <message>
        <source>No result depended on earlier invocations; whether variables survived was not seen.</source>
        <translation>Kein Ergebnis hing von früheren Aufrufen ab; ob Variablen überlebten, wurde nicht beobachtet.</translation>
    </message>
    <message>
        <source>The second delivery of the event had another result than the first.</source>
        <translation>Die zweite Zustellung des Events hatte ein anderes Ergebnis als die erste.</translation>
    </message>
    <message>
        <source>Results depended on what earlier invocations had left behind.</source>
        <translation>Ergebnisse hingen davon ab, was frühere Aufrufe hinterlassen hatten.</translation>
    </message>
    <message>
        <source>Both deliveries had the same result; the first left state to the second.</source>
        <translation>Beide Zustellungen hatten dasselbe Ergebnis; die erste hinterließ der zweiten einen Zustand.</translation>
    </message>
    <message>
        <source>State survived from one invocation to the next, but no result depended on it.</source>
        <translation>Zustand überlebte von einem Aufruf zum nächsten, aber kein Ergebnis hing davon ab.</translation>
    </message>
    <message>
        <source>Both deliveries had the same result, and the first left nothing to the second.</source>
        <translation>Beide Zustellungen hatten dasselbe Ergebnis, und die erste hinterließ der zweiten nichts.</translation>
    </message>
    <message>
        <source>Nothing survived from one invocation to the next, and no result depended on earlier ones.</source>
        <translation>Nichts überlebte von einem Aufruf zum nächsten, und kein Ergebnis hing von früheren ab.</translation>
    </message>
    <message>
        <source>%1 was %2 in new environments, and %3 one after the other in the same one.</source>
        <translation>%1 war %2 in neuen Umgebungen, und %3 nacheinander in derselben.</translation>
    </message>
    <message>
        <source>Nothing that was looked at goes with it: it may be kept in another module, inside a function or class, or outside of the function.</source>
        <translation>Nichts, was untersucht wurde, geht damit einher: Es kann in einem anderen Modul, in einer Funktion oder Klasse oder außerhalb der Funktion aufbewahrt sein.</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>what survived; what came of it</comment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1 was %2 in new environments.</source>
        <translation>%1 war %2 in neuen Umgebungen.</translation>
    </message>
    <message>
        <source>%1 of %2 invocations failed; errors were compared like responses.</source>
        <translation>%1 von %2 Aufrufen schlugen fehl; Fehler wurden wie Antworten verglichen.</translation>
    </message>
    <message>
        <source>%1 invocations had to start new processes, so variables could not survive up to them.</source>
        <translation>%1 Aufrufe mussten neue Prozesse starten, bis zu ihnen konnten Variablen also nicht überleben.</translation>
    </message>
    <message>
        <source>Of the variables of the handler&apos;s module, only exports were seen.</source>
        <translation>Von den Variablen im Modul des Handlers wurden nur die Exporte beobachtet.</translation>
    </message>
    <message>
        <source>Variables of the function were not seen: that needs a Python or Node.js runtime and an invocation that comes to its end. Responses were compared all the same.</source>
        <translation>Variablen der Funktion wurden nicht beobachtet: Das braucht eine Python- oder Node.js-Runtime und einen Aufruf, der zu seinem Ende kommt. Antworten wurden trotzdem verglichen.</translation>
    </message>
    <message>
        <source>There were too many variables; some were not looked at.</source>
        <translation>Es gab zu viele Variablen; einige wurden nicht untersucht.</translation>
    </message>
    <message>
        <source>/tmp was not seen after every invocation.</source>
        <translation>/tmp wurde nicht nach jedem Aufruf beobachtet.</translation>
    </message>
    <message>
        <source>/tmp has too many files; some were not looked at.</source>
        <translation>/tmp hat zu viele Dateien; einige wurden nicht untersucht.</translation>
    </message>
    <message>
        <source>Without isolation, /tmp is the computer&apos;s own: other programs may have written there, and what the function keeps there is found by new environments too, as if it varied anyway.</source>
        <translation>Ohne Isolation ist /tmp das des Computers: Andere Programme können dort geschrieben haben, und was die Funktion dort aufbewahrt, finden auch neue Umgebungen, als schwankte es ohnehin.</translation>
    </message>
    <message>
        <source>In new environments too, other values had: %1. That is no finding.</source>
        <translation>Auch in neuen Umgebungen wechselten die Werte von: %1. Das ist kein Befund.</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Nothing could be told: no invocation was warm, so none could find what an earlier one had left behind.</source>
        <translation>Es ließ sich nichts sagen: Kein Aufruf war warm, also konnte keiner finden, was ein früherer hinterlassen hatte.</translation>
    </message>
</context>
<context>
    <name>ProjectNoteText</name>
    <message>
        <source>The template cannot be read: %1.</source>
        <translation>Das Template lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>%1 is not read, because template.yaml is there as well.</source>
        <translation>%1 wird nicht gelesen, weil es auch template.yaml gibt.</translation>
    </message>
    <message>
        <source>%1 describes no AWS resources; functions were looked for in the code instead.</source>
        <translation>%1 beschreibt keine AWS-Ressourcen; stattdessen wurde im Code nach Funktionen gesucht.</translation>
    </message>
    <message>
        <source>The value is only known after a deployment and stays as written: %1.</source>
        <translation>Der Wert ist erst nach einem Deployment bekannt und bleibt, wie er dasteht: %1.</translation>
    </message>
    <message>
        <source>%1 has no effect here.</source>
        <translation>%1 hat hier keine Wirkung.</translation>
    </message>
    <message>
        <source>%1 is not emulated.</source>
        <translation>%1 wird nicht emuliert.</translation>
    </message>
    <message>
        <source>The function is left out: its code is no folder of this computer (%1).</source>
        <translation>Die Funktion wird ausgelassen: Ihr Code ist kein Ordner dieses Computers (%1).</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>Lambda does not allow %1; the nearest value that it allows is used.</source>
        <translation>Lambda erlaubt %1 nicht; der nächste erlaubte Wert wird verwendet.</translation>
    </message>
    <message>
        <source>The value is not understood and the default is used: %1.</source>
        <translation>Der Wert ist unverständlich, der Standardwert wird verwendet: %1.</translation>
    </message>
    <message>
        <source>Quote this value, or some readers of YAML take it for something else: %1.</source>
        <translation>Diesen Wert in Anführungszeichen setzen, sonst deuten ihn manche YAML-Leser anders: %1.</translation>
    </message>
    <message>
        <source>The key %1 is there twice; the last one counts.</source>
        <translation>Der Schlüssel %1 kommt zweimal vor; der letzte zählt.</translation>
    </message>
    <message>
        <source>Two functions have the name %1.</source>
        <translation>Zwei Funktionen heißen %1.</translation>
    </message>
    <message>
        <source>The folder has too many files; only the first ones were looked at.</source>
        <translation>Der Ordner hat zu viele Dateien; nur die ersten wurden betrachtet.</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 existiert nicht.</translation>
    </message>
    <message>
        <source>The layer %1 is left out: only folders and zip files of this computer can be used as layers.</source>
        <translation>Der Layer %1 wird ausgelassen: Nur Ordner und Zip-Dateien dieses Computers sind als Layer verwendbar.</translation>
    </message>
    <message>
        <source>The layer %1 is left out: Lambda does not allow two versions of one layer in a function.</source>
        <translation>Der Layer %1 wird ausgelassen: Lambda erlaubt in einer Funktion keine zwei Versionen eines Layers.</translation>
    </message>
    <message>
        <source>%1 is not used: Lambda refuses a log level while LogFormat is Text.</source>
        <translation>%1 wird nicht verwendet: Lambda lehnt eine Log-Stufe ab, solange LogFormat Text ist.</translation>
    </message>
</context>
<context>
    <name>QueueText</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>function %1</source>
        <translation>Funktion %1</translation>
    </message>
    <message>
        <source>file %1</source>
        <translation>Datei %1</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>nirgendwohin</translation>
    </message>
    <message>
        <source>on its way to %1</source>
        <translation>unterwegs an %1</translation>
    </message>
    <message>
        <source>not delivered to %1</source>
        <translation>nicht zugestellt an %1</translation>
    </message>
    <message>
        <source>It waits for its first or next attempt.</source>
        <translation>Es wartet auf seinen ersten oder nächsten Versuch.</translation>
    </message>
    <message>
        <source>The function runs with it.</source>
        <translation>Die Funktion läuft damit.</translation>
    </message>
    <message>
        <source>It came to its end; its record is on its way to a destination.</source>
        <translation>Es ist am Ende; sein Datensatz ist unterwegs an ein Ziel.</translation>
    </message>
    <message>
        <source>The function took it, and Lambda is done with it.</source>
        <translation>Die Funktion hat es angenommen, und Lambda ist damit fertig.</translation>
    </message>
    <message>
        <source>Lambda gave it up.</source>
        <translation>Lambda hat es aufgegeben.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>virtual time is not ahead</source>
        <translation>virtuelle Zeit nicht voraus</translation>
    </message>
    <message>
        <source>virtual time is %1 ahead</source>
        <translation>virtuelle Zeit %1 voraus</translation>
    </message>
    <message>
        <source>Without duplicates, of which there were %1.</source>
        <translation>Ohne Duplikate, von denen es %1 gab.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Throttles</source>
        <translation>Drosselungen</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Beendet durch</translation>
    </message>
    <message>
        <source>Record went to</source>
        <translation>Datensatz ging an</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>Request-ID</translation>
    </message>
    <message>
        <source>Times that it could not run, by a limit or a problem of the system. They are no attempts: Lambda backs off and tries until the event is too old.</source>
        <translation>Wie oft es wegen einer Grenze oder eines Problems des Systems nicht laufen konnte. Das sind keine Versuche: Lambda wartet immer länger und versucht es, bis das Event zu alt ist.</translation>
    </message>
    <message>
        <source>In virtual time, which Skip and Fast-Forward advance.</source>
        <translation>In virtueller Zeit, die Springen und Vorspulen vorrücken.</translation>
    </message>
    <message>
        <source>Virtual time since the event was accepted, until its end.</source>
        <translation>Virtuelle Zeit von der Annahme des Events bis zu seinem Ende.</translation>
    </message>
    <message>
        <source>The condition in the record that a destination gets.</source>
        <translation>Die Bedingung im Datensatz, den ein Ziel bekommt.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Delivering</source>
        <translation>Wird zugestellt</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Function error</source>
        <translation>Funktionsfehler</translation>
    </message>
    <message>
        <source>Throttled</source>
        <translation>Gedrosselt</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Nicht ausgeführt</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>Duplikat %1</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>No destination was set, so the record went nowhere.</source>
        <translation>Es war kein Ziel gesetzt, daher ging der Datensatz nirgendwohin.</translation>
    </message>
    <message>
        <source>Dead letter</source>
        <translation>Dead Letter</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>%1 is on its way to %2</source>
        <translation>%1 ist unterwegs an %2</translation>
    </message>
    <message>
        <source>%1 delivered to %2</source>
        <translation>%1 zugestellt an %2</translation>
    </message>
    <message>
        <source>%1 not delivered to %2: %3</source>
        <translation>%1 nicht zugestellt an %2: %3</translation>
    </message>
    <message>
        <source>no retries</source>
        <translation>keine Wiederholung</translation>
    </message>
    <message>
        <source>1 retry</source>
        <translation>1 Wiederholung</translation>
    </message>
    <message>
        <source>%1 retries</source>
        <translation>%1 Wiederholungen</translation>
    </message>
    <message>
        <source>age up to %1</source>
        <translation>Alter bis %1</translation>
    </message>
    <message>
        <source>on success to %1</source>
        <translation>bei Erfolg an %1</translation>
    </message>
    <message>
        <source>on failure to %1</source>
        <translation>bei Fehlschlag an %1</translation>
    </message>
    <message>
        <source>dead letters to %1</source>
        <translation>Dead Letters an %1</translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message>
        <source>succeeded</source>
        <translation>erfolgreich</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>Made by Coldframe %1 on %2. Durations and memory were measured on one computer; costs are modelled from them at list prices. What Lambda adds and a computer can&apos;t measure, such as the creation of a sandbox and the download of code, is not emulated.</source>
        <translation>Erstellt mit Coldframe %1 am %2. Dauer und Speicher wurden auf einem Computer gemessen; Kosten sind daraus zu Listenpreisen modelliert. Was Lambda hinzufügt und ein Computer nicht messen kann, etwa das Anlegen einer Sandbox und der Download des Codes, ist nicht emuliert.</translation>
    </message>
</context>
<context>
    <name>RunFigureText</name>
    <message>
        <source>Measured: from the event being written to the runtime until its response is read</source>
        <translation>Gemessen: von der Übergabe des Events an die Runtime, bis ihre Antwort gelesen ist</translation>
    </message>
    <message>
        <source>Whole milliseconds, a started one counting in full; a cold start adds its init</source>
        <translation>Ganze Millisekunden, jede angefangene zählt voll; bei einem Cold Start kommt das Init dazu</translation>
    </message>
    <message>
        <source>Measured: the peak of all processes of the execution environment</source>
        <translation>Gemessen: der höchste Stand aller Prozesse der Ausführungsumgebung</translation>
    </message>
    <message>
        <source>Modelled: the billed duration at list prices, without free tier</source>
        <translation>Modelliert: die Billed Duration zu Listenpreisen, ohne Free Tier</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Billed</translation>
    </message>
    <message>
        <source>Init</source>
        <translation>Init</translation>
    </message>
    <message>
        <source>Max memory used</source>
        <translation>Max Memory Used</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>None, warm</source>
        <translation>Keins, warm</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
</context>
<context>
    <name>RunReport</name>
    <message>
        <source>Where the time went</source>
        <translation>Wo die Zeit blieb</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Begins after</source>
        <translation>Beginnt nach</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Dauert</translation>
    </message>
    <message>
        <source>The phases of the init phase add up to %1; Init Duration is %2.</source>
        <translation>Die Phasen der Init-Phase ergeben zusammen %1; Init Duration ist %2.</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Modul</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Own time</source>
        <translation>Eigene Zeit</translation>
    </message>
    <message>
        <source>With what it imports</source>
        <translation>Mit eigenen Importen</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>Größe der Datei</translation>
    </message>
    <message numerus="yes">
        <source>%n more took less time.</source>
        <translation>
            <numerusform>%n weiterer Eintrag brauchte weniger Zeit.</numerusform>
            <numerusform>%n weitere Einträge brauchten weniger Zeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Own span</source>
        <translation>Eigener Span</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>went on when the invocation was over</source>
        <translation>lief weiter, als der Aufruf beendet war</translation>
    </message>
    <message>
        <source>Inside the handler</source>
        <translation>Im Handler</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Show the event</source>
        <translation>Das Event zeigen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ServiceGroups</name>
    <message>
        <source>HTTP and APIs</source>
        <translation>HTTP und APIs</translation>
    </message>
    <message>
        <source>Queues, topics and buses</source>
        <translation>Queues, Topics und Event-Busse</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Streams</translation>
    </message>
    <message>
        <source>Storage and databases</source>
        <translation>Speicher und Datenbanken</translation>
    </message>
    <message>
        <source>Users and conversations</source>
        <translation>Benutzer und Dialoge</translation>
    </message>
    <message>
        <source>Logs and alarms</source>
        <translation>Logs und Alarme</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>Computing and workflows</source>
        <translation>Rechenleistung und Workflows</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Other services</source>
        <translation>Andere Dienste</translation>
    </message>
</context>
<context>
    <name>StatusText</name>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
</context>
<context>
    <name>TimelineFiles</name>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Vector picture (*.svg)</source>
        <translation>Vektorgrafik (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Save as Chrome Trace…</source>
        <translation>Als Chrome Trace speichern…</translation>
    </message>
    <message>
        <source>Save for speedscope…</source>
        <translation>Für speedscope speichern…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Als SVG speichern…</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Als PNG speichern…</translation>
    </message>
    <message>
        <source>Open Trace</source>
        <translation>Trace öffnen</translation>
    </message>
    <message>
        <source>Traces (*.json *.cpuprofile);;All files (*)</source>
        <translation>Traces (*.json *.cpuprofile);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>TimelineRecordText</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>The processes were started anew in the same environment.</source>
        <translation>Die Prozesse wurden in derselben Umgebung neu gestartet.</translation>
    </message>
    <message>
        <source>Warm: the environment was initialised ahead (provisioned concurrency).</source>
        <translation>Warm: Die Umgebung wurde im Voraus initialisiert (Provisioned Concurrency).</translation>
    </message>
    <message>
        <source>Warm: the environment was reused, so there was no init.</source>
        <translation>Warm: Die Umgebung wurde wiederverwendet, daher kein Init.</translation>
    </message>
    <message>
        <source>Measured on this computer, from the beginning of the environment until the response was read. Sandbox creation and code download on AWS are not emulated.</source>
        <translation>Auf diesem Computer gemessen, vom Beginn der Umgebung, bis die Antwort gelesen war. Das Anlegen der Sandbox und das Herunterladen des Codes bei AWS sind nicht emuliert.</translation>
    </message>
    <message>
        <source>Measured on this computer, from the event until the response was read. The way from the caller to Lambda is not emulated.</source>
        <translation>Auf diesem Computer gemessen, vom Event, bis die Antwort gelesen war. Der Weg vom Aufrufer zu Lambda ist nicht emuliert.</translation>
    </message>
    <message>
        <source>The init phases add up to Init Duration, %1.</source>
        <translation>Die Init-Phasen ergeben zusammen die Init Duration, %1.</translation>
    </message>
    <message>
        <source>Init Duration is %1, the init phases add up to %2.</source>
        <translation>Init Duration ist %1, die Init-Phasen ergeben zusammen %2.</translation>
    </message>
    <message>
        <source>The init phase ran a second time inside the invocation, under the function&apos;s timeout, so Duration contains it.</source>
        <translation>Die Init-Phase lief ein zweites Mal innerhalb des Aufrufs, unter dem Timeout der Funktion; die Dauer enthält sie deshalb.</translation>
    </message>
    <message>
        <source>Of ES modules the evaluation is shown; reading and linking them is the handler module&apos;s own time.</source>
        <translation>Von ES-Modulen ist die Auswertung zu sehen; sie zu lesen und zu verknüpfen zählt zur eigenen Zeit des Handler-Moduls.</translation>
    </message>
    <message>
        <source>This Node.js tells the time of ES modules together, as one.</source>
        <translation>Dieses Node.js nennt die Zeit aller ES-Module zusammen, als eine.</translation>
    </message>
    <message>
        <source>No imports were traced in this run.</source>
        <translation>In diesem Lauf wurden keine Importe aufgezeichnet.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Together: %1; Init Duration: %2</source>
        <translation>Zusammen: %1; Init Duration: %2</translation>
    </message>
    <message>
        <source>Together: %1</source>
        <translation>Zusammen: %1</translation>
    </message>
    <message>
        <source>%1, cold start of %2: %3</source>
        <translation>%1, Cold Start vom %2: %3</translation>
    </message>
    <message>
        <source>%1, warm run of %2: %3</source>
        <translation>%1, warmer Lauf vom %2: %3</translation>
    </message>
</context>
<context>
    <name>TimelineText</name>
    <message>
        <source>under %1 %</source>
        <translation>unter %1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>begins at %1</source>
        <translation>beginnt bei %1</translation>
    </message>
    <message>
        <source>takes %1 (%2 of the whole)</source>
        <translation>dauert %1 (%2 des Ganzen)</translation>
    </message>
    <message>
        <source>%1 without its imports</source>
        <translation>%1 ohne eigene Importe</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>Import von %1</translation>
    </message>
    <message>
        <source>%1 short phases, the longest is %2</source>
        <translation>%1 kurze Phasen, die längste ist %2</translation>
    </message>
    <message>
        <source>%1 short imports, the longest is %2</source>
        <translation>%1 kurze Importe, der längste ist %2</translation>
    </message>
    <message>
        <source>%1 ns</source>
        <translation>%1 ns</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Until the handler&apos;s module begins to load.</source>
        <translation>Bis das Modul des Handlers zu laden beginnt.</translation>
    </message>
    <message>
        <source>The handler&apos;s module, all that it imports and its code outside of functions.</source>
        <translation>Das Modul des Handlers, alles, was es importiert, und sein Code außerhalb von Funktionen.</translation>
    </message>
    <message>
        <source>Until the runtime asks for the event.</source>
        <translation>Bis die Runtime das Event abholt.</translation>
    </message>
    <message>
        <source>From the event until the response is read completely.</source>
        <translation>Vom Event, bis die Antwort vollständig gelesen ist.</translation>
    </message>
    <message>
        <source>%1 phases</source>
        <translation>%1 Phasen</translation>
    </message>
    <message>
        <source>%1 imports</source>
        <translation>%1 Importe</translation>
    </message>
    <message>
        <source>zoom in to tell them apart</source>
        <translation>zum Unterscheiden vergrößern</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Double click to zoom in</source>
        <translation>Doppelklick zum Vergrößern</translation>
    </message>
    <message>
        <source>%1 init</source>
        <translation>%1 Init</translation>
    </message>
    <message>
        <source>%1 invoke</source>
        <translation>%1 Invoke</translation>
    </message>
    <message>
        <source>%1, the handler was not called</source>
        <translation>%1, der Handler wurde nicht aufgerufen</translation>
    </message>
    <message>
        <source>Extension %1</source>
        <translation>Extension %1</translation>
    </message>
    <message>
        <source>Extension %1 inside the runtime</source>
        <translation>Extension %1 innerhalb der Laufzeit</translation>
    </message>
    <message>
        <source>It registered and did not ask for an event until the init phase was over.</source>
        <translation>Sie meldete sich an und fragte bis zum Ende der Init-Phase nicht nach einem Event.</translation>
    </message>
    <message>
        <source>From its registration until it asked for its first event; the init phase waits for it.</source>
        <translation>Von ihrer Anmeldung, bis sie nach ihrem ersten Event fragte; die Init-Phase wartet darauf.</translation>
    </message>
    <message>
        <source>From the event until it asked for the next one; the environment waits for it, and Lambda bills that time.</source>
        <translation>Vom Event, bis sie nach dem nächsten fragte; die Umgebung wartet darauf, und Lambda berechnet diese Zeit.</translation>
    </message>
    <message>
        <source>Sandbox (not billed)</source>
        <translation>Sandbox (nicht berechnet)</translation>
    </message>
    <message>
        <source>The isolation is set up. This comes before the init phase, and as on Lambda nobody pays for it.</source>
        <translation>Die Isolation wird eingerichtet. Das kommt vor der Init-Phase, und wie auf Lambda bezahlt es niemand.</translation>
    </message>
    <message>
        <source>Until the runtime&apos;s program and the external extensions are started.</source>
        <translation>Bis das Programm der Laufzeit und die externen Extensions gestartet sind.</translation>
    </message>
    <message>
        <source>Until the first line of the runtime&apos;s bootstrap runs.</source>
        <translation>Bis die erste Zeile des Bootstraps der Laufzeit läuft.</translation>
    </message>
    <message>
        <source>Until every extension has asked for its first event: the end of the init phase.</source>
        <translation>Bis jede Extension nach ihrem ersten Event gefragt hat: das Ende der Init-Phase.</translation>
    </message>
    <message>
        <source>The hooks that run after a snapshot was restored, until the runtime asks for the event.</source>
        <translation>Die Hooks, die nach dem Wiederherstellen eines Snapshots laufen, bis die Laufzeit nach dem Event fragt.</translation>
    </message>
    <message>
        <source>Until every extension has asked for its next event; the caller has the response already, and Lambda bills this time.</source>
        <translation>Bis jede Extension nach ihrem nächsten Event gefragt hat; der Aufrufer hat die Antwort schon, und Lambda berechnet diese Zeit.</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Wird bereit</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>Arbeitet</translation>
    </message>
    <message>
        <source>(%1 sandbox)</source>
        <translation>(%1 Sandbox)</translation>
    </message>
    <message>
        <source>%1 init inside the invocation</source>
        <translation>%1 Init innerhalb des Aufrufs</translation>
    </message>
    <message>
        <source>%1 restore</source>
        <translation>%1 Wiederherstellen</translation>
    </message>
    <message>
        <source>takes %1</source>
        <translation>dauert %1</translation>
    </message>
    <message>
        <source>Connection to %1</source>
        <translation>Verbindung zu %1</translation>
    </message>
    <message>
        <source>Span %1</source>
        <translation>Span %1</translation>
    </message>
    <message>
        <source>Connected after %1</source>
        <translation>Verbunden nach %1</translation>
    </message>
    <message>
        <source>Over a connection that stood already</source>
        <translation>Über eine Verbindung, die schon stand</translation>
    </message>
    <message>
        <source>The connection failed</source>
        <translation>Die Verbindung schlug fehl</translation>
    </message>
    <message>
        <source>It ended with an error</source>
        <translation>Endete mit einem Fehler</translation>
    </message>
    <message>
        <source>It was still open when the invocation was over</source>
        <translation>War noch offen, als der Aufruf beendet war</translation>
    </message>
    <message>
        <source>not there, or its code raised an error</source>
        <translation>nicht vorhanden, oder der Code löste einen Fehler aus</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>From the event until the runtime has read it.</source>
        <translation>Vom Event, bis die Runtime es gelesen hat.</translation>
    </message>
    <message>
        <source>From the event read by the runtime until the handler&apos;s answer is there.</source>
        <translation>Vom Lesen des Events durch die Runtime, bis die Antwort des Handlers da ist.</translation>
    </message>
    <message>
        <source>From the handler&apos;s answer until it is read completely.</source>
        <translation>Von der Antwort des Handlers, bis sie vollständig gelesen ist.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The whole run</source>
        <translation>Der ganze Lauf</translation>
    </message>
    <message>
        <source>%1, %2 times</source>
        <translation>%1, %2-mal</translation>
    </message>
    <message>
        <source>%1 short spans, the longest is %2</source>
        <translation>%1 kurze Spans, der längste ist %2</translation>
    </message>
    <message>
        <source>Run %1, cold</source>
        <translation>Lauf %1, kalt</translation>
    </message>
    <message>
        <source>Run %1, warm</source>
        <translation>Lauf %1, warm</translation>
    </message>
    <message>
        <source>%1 spans</source>
        <translation>%1 Spans</translation>
    </message>
</context>
<context>
    <name>TuningPicture</name>
    <message>
        <source>Duration and cost by memory size</source>
        <translation>Dauer und Kosten nach Speichergröße</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Cost of a million</source>
        <translation>Kosten pro Million</translation>
    </message>
</context>
<context>
    <name>TuningReport</name>
    <message>
        <source>Power tuning of %1</source>
        <translation>Power Tuning von %1</translation>
    </message>
    <message>
        <source>By memory size</source>
        <translation>Nach Speichergröße</translation>
    </message>
    <message>
        <source>Dashed lines are predicted. Points were measured under Lambda&apos;s CPU quota on this computer; the line through a point goes from its shortest to its longest run.</source>
        <translation>Gestrichelte Linien sind vorhergesagt. Punkte wurden auf diesem Computer unter dem CPU-Kontingent von Lambda gemessen; die Linie durch einen Punkt reicht von seinem kürzesten bis zu seinem längsten Lauf.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Measured (95 % interval)</source>
        <translation>Gemessen (95-%-Intervall)</translation>
    </message>
    <message>
        <source>Off by</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>On Lambda</source>
        <translation>Auf Lambda</translation>
    </message>
    <message>
        <source>Cost of a million</source>
        <translation>Kosten pro Million</translation>
    </message>
    <message>
        <source>How the figures came about</source>
        <translation>Wie die Werte zustande kamen</translation>
    </message>
</context>
<context>
    <name>TuningText</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>ran into its timeout</source>
        <translation>lief in ihren Timeout</translation>
    </message>
    <message>
        <source>failed with %1</source>
        <translation>scheiterte mit %1</translation>
    </message>
    <message numerus="yes">
        <source>Predicted from %n cold start(s) without a limit of CPU time.</source>
        <translation>
            <numerusform>Vorhergesagt aus %n Cold Start ohne Grenze der CPU-Zeit.</numerusform>
            <numerusform>Vorhergesagt aus %n Cold Starts ohne Grenze der CPU-Zeit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Predicted from %n warm run(s) without a limit of CPU time.</source>
        <translation>
            <numerusform>Vorhergesagt aus %n warmen Lauf ohne Grenze der CPU-Zeit.</numerusform>
            <numerusform>Vorhergesagt aus %n warmen Läufen ohne Grenze der CPU-Zeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>CPU time is the kernel&apos;s account of the environment.</source>
        <translation>CPU-Zeit ist, was der Kernel für die Umgebung verbucht.</translation>
    </message>
    <message>
        <source>CPU time is the sum of the processes&apos; own clocks.</source>
        <translation>CPU-Zeit ist die Summe der eigenen Uhren der Prozesse.</translation>
    </message>
    <message>
        <source>The shortest and the longest %1 are left out.</source>
        <translation>Die kürzesten und die längsten %1 sind weggelassen.</translation>
    </message>
    <message>
        <source>Nothing was measured under a quota, because this computer offers none: there are predictions only.</source>
        <translation>Unter einem Kontingent wurde nichts gemessen, weil dieser Computer keines bietet: Es gibt nur Vorhersagen.</translation>
    </message>
    <message>
        <source>Nothing was measured under a quota: there are predictions only.</source>
        <translation>Unter einem Kontingent wurde nichts gemessen: Es gibt nur Vorhersagen.</translation>
    </message>
    <message numerus="yes">
        <source>Measured: %n run(s) a size under the kernel&apos;s quota of 20 ms periods, sizes in turn; mean and 95 % interval.</source>
        <translation>
            <numerusform>Gemessen: %n Lauf je Größe unter dem Kontingent des Kernels mit Perioden von 20 ms, die Größen im Wechsel; Mittelwert und 95-%-Intervall.</numerusform>
            <numerusform>Gemessen: %n Läufe je Größe unter dem Kontingent des Kernels mit Perioden von 20 ms, die Größen im Wechsel; Mittelwert und 95-%-Intervall.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measured: %n run(s) a size, sizes in turn, held near to the quota of 20 ms periods by stopping the processes, because no control group can be had here; mean and 95 % interval.</source>
        <translation>
            <numerusform>Gemessen: %n Lauf je Größe, die Größen im Wechsel, durch Anhalten der Prozesse nahe am Kontingent mit Perioden von 20 ms gehalten, weil hier keine Control Group zu haben ist; Mittelwert und 95-%-Intervall.</numerusform>
            <numerusform>Gemessen: %n Läufe je Größe, die Größen im Wechsel, durch Anhalten der Prozesse nahe am Kontingent mit Perioden von 20 ms gehalten, weil hier keine Control Group zu haben ist; Mittelwert und 95-%-Intervall.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fewer than %1 runs say little.</source>
        <translation>Weniger als %1 Läufe sagen wenig aus.</translation>
    </message>
    <message>
        <source>Predictions were off by %1 on average.</source>
        <translation>Vorhersagen lagen im Mittel um %1 daneben.</translation>
    </message>
    <message>
        <source>Unknown processor</source>
        <translation>Unbekannter Prozessor</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n processor(s).</source>
        <translation>
            <numerusform>%1, %n Prozessor.</numerusform>
            <numerusform>%1, %n Prozessoren.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no prices for this region, so costs are not told.</source>
        <translation>Für diese Region gibt es keine Preise, daher werden keine Kosten genannt.</translation>
    </message>
    <message>
        <source>List prices of %1, %2, requests included, without the free tier. AWS Lambda Power Tuning tells up to 2 % more, because its price of a millisecond is rounded, and leaves requests out.</source>
        <translation>Listenpreise vom %1, %2, samt Anfragen, ohne Free Tier. AWS Lambda Power Tuning nennt bis zu 2 % mehr, weil sein Preis einer Millisekunde gerundet ist, und lässt Anfragen weg.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Off by</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>On Lambda</source>
        <translation>Auf Lambda</translation>
    </message>
    <message>
        <source>Per million</source>
        <translation>Pro Million</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Measured: CPU time, waiting time and memory of runs without a limit, and some sizes under the CPU quota that Lambda gives them. Modelled: the duration at every other size, speed of Lambda&apos;s processors and cost. Waiting time is that of this computer: calls of services take another time on AWS, and only a run there shows what is best there.</source>
        <translation>Gemessen: CPU-Zeit, Wartezeit und Speicher von Läufen ohne Grenze, und einige Größen unter dem CPU-Kontingent, das Lambda ihnen gibt. Modelliert: die Dauer bei jeder anderen Größe, die Geschwindigkeit der Prozessoren von Lambda und die Kosten. Die Wartezeit ist die dieses Computers: Aufrufe von Diensten brauchen auf AWS eine andere Zeit, und nur ein Lauf dort zeigt, was dort am besten ist.</translation>
    </message>
    <message>
        <source>A run needs %1 of CPU time, waits %2 and has %3 at its peak.</source>
        <translation>Ein Lauf braucht %1 CPU-Zeit, wartet %2 und belegt in der Spitze %3.</translation>
    </message>
    <message>
        <source>Its init phase takes %1, which no memory size changes here.</source>
        <translation>Seine Init-Phase dauert %1; daran ändert hier keine Speichergröße etwas.</translation>
    </message>
    <message>
        <source>It keeps %1 processors busy.</source>
        <translation>Er beschäftigt %1 Prozessoren.</translation>
    </message>
    <message>
        <source>No size can be recommended.</source>
        <translation>Keine Größe lässt sich empfehlen.</translation>
    </message>
    <message>
        <source>Cheapest: %1.</source>
        <translation>Am günstigsten: %1.</translation>
    </message>
    <message>
        <source>Fastest: %1.</source>
        <translation>Am schnellsten: %1.</translation>
    </message>
    <message>
        <source>Balanced between cost and speed: %1.</source>
        <translation>Ausgewogen zwischen Kosten und Geschwindigkeit: %1.</translation>
    </message>
    <message>
        <source>%1 costs at most 2 % more and is the faster one.</source>
        <translation>%1 kostet höchstens 2 % mehr und ist schneller.</translation>
    </message>
    <message numerus="yes">
        <source>The function %1 %n time(s) without a limit, so there is nothing to tune.</source>
        <translation>
            <numerusform>%n Lauf ohne Grenze: Die Funktion %1, daher gibt es nichts abzustimmen.</numerusform>
            <numerusform>%n Läufe ohne Grenze: Die Funktion %1, daher gibt es nichts abzustimmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>cheapest</source>
        <translation>am günstigsten</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>am schnellsten</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>ausgewogen</translation>
    </message>
    <message>
        <source>too little memory: %1 at least</source>
        <translation>zu wenig Speicher: mindestens %1</translation>
    </message>
    <message>
        <source>above the timeout of %1</source>
        <translation>über dem Timeout von %1</translation>
    </message>
    <message>
        <source>failed when it was measured</source>
        <translation>scheiterte bei der Messung</translation>
    </message>
    <message>
        <source>Only predictions were asked for</source>
        <translation>Nur Vorhersagen wurden verlangt</translation>
    </message>
    <message>
        <source>This computer can&apos;t hold a process to a CPU share</source>
        <translation>Dieser Computer kann einen Prozess nicht auf einem CPU-Anteil halten</translation>
    </message>
    <message>
        <source>Not among the sizes that were measured</source>
        <translation>Nicht unter den gemessenen Größen</translation>
    </message>
    <message>
        <source>Not measured, because it can&apos;t be chosen</source>
        <translation>Nicht gemessen, weil sie nicht wählbar ist</translation>
    </message>
    <message>
        <source>It has more vCPUs than this computer has processors</source>
        <translation>Sie hat mehr vCPUs, als dieser Computer Prozessoren hat</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>Not calibrated: Lambda&apos;s processors are taken to be as fast as this one.</source>
        <translation>Nicht kalibriert: Die Prozessoren von Lambda gelten als so schnell wie dieser.</translation>
    </message>
    <message>
        <source>Assumed by you: Lambda needs %1 times the CPU time.</source>
        <translation>Selbst angenommen: Lambda braucht das %1-Fache der CPU-Zeit.</translation>
    </message>
    <message>
        <source>Assumed: Lambda needs %1 times the CPU time. A piece of work took %2 here and takes %3 at %4 GHz, which Lambda&apos;s processors are assumed to have.</source>
        <translation>Angenommen: Lambda braucht das %1-Fache der CPU-Zeit. Ein Stück Arbeit brauchte hier %2 und braucht %3 bei %4 GHz, die für die Prozessoren von Lambda angenommen werden.</translation>
    </message>
    <message numerus="yes">
        <source>Calibrated by %n REPORT line(s): Lambda needs %1 times the CPU time.</source>
        <translation>
            <numerusform>Kalibriert mit %n REPORT-Zeile: Lambda braucht das %1-Fache der CPU-Zeit.</numerusform>
            <numerusform>Kalibriert mit %n REPORT-Zeilen: Lambda braucht das %1-Fache der CPU-Zeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no REPORT line of a successful run in it.</source>
        <translation>Darin ist keine REPORT-Zeile eines erfolgreichen Laufs.</translation>
    </message>
    <message>
        <source>No speed of Lambda&apos;s processors explains these durations. Are they of this function, with an event like this one? A function that hardly uses CPU time needs no calibration.</source>
        <translation>Keine Geschwindigkeit der Prozessoren von Lambda erklärt diese Zeiten. Sind sie von dieser Funktion, mit einem Event wie diesem? Eine Funktion, die kaum CPU-Zeit nutzt, braucht keine Kalibrierung.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) without a limit did not count: the function %1.</source>
        <translation>
            <numerusform>%n Lauf ohne Grenze zählte nicht: Die Funktion %1.</numerusform>
            <numerusform>%n Läufe ohne Grenze zählten nicht: Die Funktion %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) with %1 did not count: the function %2.</source>
        <translation>
            <numerusform>%n Lauf mit %1 zählte nicht: Die Funktion %2.</numerusform>
            <numerusform>%n Läufe mit %1 zählten nicht: Die Funktion %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Above %1 is more than one vCPU: extrapolated from how many processors the function kept busy.</source>
        <translation>Über %1 ist es mehr als eine vCPU: hochgerechnet daraus, wie viele Prozessoren die Funktion beschäftigte.</translation>
    </message>
    <message>
        <source>The function is for arm64: priced so, but nothing here tells how fast Graviton processors are.</source>
        <translation>Die Funktion ist für arm64: So ist ihr Preis gerechnet, aber nichts hier sagt, wie schnell Graviton-Prozessoren sind.</translation>
    </message>
    <message>
        <source>Init phases ran without a limit, as AWS is reported to do, and without the download of the code.</source>
        <translation>Init-Phasen liefen ohne Grenze, wie es von AWS berichtet wird, und ohne den Download des Codes.</translation>
    </message>
</context>
<context>
    <name>WaterfallPicture</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und noch %n</numerusform>
            <numerusform>%1 und noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the time went</source>
        <translation>Wo die Zeit blieb</translation>
    </message>
    <message>
        <source>Import: %1</source>
        <translation>Import: %1</translation>
    </message>
    <message>
        <source>Span inside the handler</source>
        <translation>Span im Handler</translation>
    </message>
</context>
<context>
    <name>coldframe::AttemptModel</name>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>coldframe::BurstChart</name>
    <message>
        <source>Course of the burst</source>
        <translation>Verlauf des Bursts</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>up to %L1 under way</source>
        <translation>bis zu %L1 unterwegs</translation>
    </message>
    <message>
        <source>%L1 sent</source>
        <translation>%L1 gesendet</translation>
    </message>
    <message>
        <source>%L1 ended</source>
        <translation>%L1 beendet</translation>
    </message>
    <message>
        <source>1 cold start</source>
        <translation>1 Cold Start</translation>
    </message>
    <message>
        <source>%L1 cold starts</source>
        <translation>%L1 Cold Starts</translation>
    </message>
    <message>
        <source>%L1 throttled</source>
        <translation>%L1 gedrosselt</translation>
    </message>
</context>
<context>
    <name>coldframe::BurstFigures</name>
    <message>
        <source>Figures of the burst</source>
        <translation>Werte des Bursts</translation>
    </message>
    <message>
        <source>From sending to the answer, measured on this computer, of invocations that ran to their end; without what the cap of this computer held back. By nearest rank: always a time that was measured.</source>
        <translation>Vom Senden bis zur Antwort, auf diesem Computer gemessen, bei Aufrufen, die bis zu ihrem Ende liefen; ohne das, was die Obergrenze dieses Computers zurückhielt. Nach nächstem Rang: immer eine Zeit, die gemessen wurde.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Answered with an error, timed out, stopped, or could not be run</source>
        <translation>Mit einem Fehler beantwortet, durch Timeout beendet, gestoppt oder nicht ausführbar</translation>
    </message>
    <message>
        <source>Throttled</source>
        <translation>Gedrosselt</translation>
    </message>
    <message>
        <source>Refused with status 429, as Lambda would</source>
        <translation>Mit Status 429 abgelehnt, wie Lambda es täte</translation>
    </message>
    <message>
        <source>Cold starts</source>
        <translation>Cold Starts</translation>
    </message>
    <message>
        <source>Held by this computer</source>
        <translation>Hier zurückgehalten</translation>
    </message>
    <message>
        <source>Waited for this computer&apos;s own cap of environments. Not Lambda&apos;s rule: there, they would have started at once.</source>
        <translation>Warteten wegen der eigenen Obergrenze der Umgebungen auf diesem Computer. Keine Regel von Lambda: Dort wären sie sofort gestartet.</translation>
    </message>
    <message>
        <source>Latency p50</source>
        <translation>Latenz p50</translation>
    </message>
    <message>
        <source>p90</source>
        <translation>p90</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längste</translation>
    </message>
    <message>
        <source>Most at once</source>
        <translation>Höchstens zugleich</translation>
    </message>
    <message>
        <source>The highest number of invocations that were under way, measured</source>
        <translation>Die höchste Zahl von Aufrufen, die zugleich unterwegs waren, gemessen</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Until the last one had ended</source>
        <translation>Bis der letzte beendet war</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 timed out</source>
        <translation>%1 mit Timeout</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 gestoppt</translation>
    </message>
    <message>
        <source>%1 could not be run</source>
        <translation>%1 nicht ausführbar</translation>
    </message>
</context>
<context>
    <name>coldframe::BurstPanel</name>
    <message>
        <source>&amp;At once</source>
        <translation>Auf &amp;einmal</translation>
    </message>
    <message>
        <source>At a ra&amp;te</source>
        <translation>Mit &amp;fester Rate</translation>
    </message>
    <message>
        <source>Events at once</source>
        <translation>Events auf einmal</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>Events pro Sekunde</translation>
    </message>
    <message>
        <source>Duration in seconds</source>
        <translation>Dauer in Sekunden</translation>
    </message>
    <message>
        <source> events</source>
        <translation> Events</translation>
    </message>
    <message>
        <source> per second</source>
        <translation> pro Sekunde</translation>
    </message>
    <message>
        <source>for </source>
        <translation>für </translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Send the events (Enter)</source>
        <translation>Die Events senden (Eingabe)</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>S&amp;toppen</translation>
    </message>
    <message>
        <source>Send no more, and stop what is running (Escape)</source>
        <translation>Keine mehr senden und stoppen, was läuft (Esc)</translation>
    </message>
    <message>
        <source>How many events have ended</source>
        <translation>Wie viele Events beendet sind</translation>
    </message>
    <message>
        <source>Colours of the chart</source>
        <translation>Farben des Diagramms</translation>
    </message>
    <message>
        <source>Point at the chart or use the arrow keys to see the figures of a moment.</source>
        <translation>Auf das Diagramm zeigen oder die Pfeiltasten verwenden, um die Werte eines Moments zu sehen.</translation>
    </message>
    <message>
        <source>No burst yet</source>
        <translation>Noch kein Burst</translation>
    </message>
    <message>
        <source>Send many events at the same time to see cold starts, throttles and latencies.</source>
        <translation>Viele Events zur gleichen Zeit senden, um Cold Starts, Drosselungen und Latenzen zu sehen.</translation>
    </message>
    <message>
        <source>More than %L1 events; send fewer or for a shorter time.</source>
        <translation>Mehr als %L1 Events; weniger oder kürzer senden.</translation>
    </message>
    <message>
        <source>%L1 events in all, evenly spaced</source>
        <translation>Insgesamt %L1 Events, gleichmäßig verteilt</translation>
    </message>
    <message>
        <source>Choose a function to send events to.</source>
        <translation>Eine Funktion wählen, an die Events gehen sollen.</translation>
    </message>
    <message>
        <source>Sends the event that is shown to %1</source>
        <translation>Sendet das gezeigte Event an %1</translation>
    </message>
    <message>
        <source>Sends %1 to %2</source>
        <translation>Sendet %1 an %2</translation>
    </message>
    <message>
        <source>Throttled: %1</source>
        <translation>Gedrosselt: %1</translation>
    </message>
    <message>
        <source>Held by this computer&apos;s own cap of environments, which is not Lambda&apos;s rule: %L1</source>
        <translation>Zurückgehalten durch die eigene Obergrenze der Umgebungen auf diesem Computer, die keine Regel von Lambda ist: %L1</translation>
    </message>
    <message>
        <source>Could not be run (%L1): %2</source>
        <translation>Nicht ausführbar (%L1): %2</translation>
    </message>
    <message>
        <source>Stopping: %L1 still under way</source>
        <translation>Wird gestoppt: noch %L1 unterwegs</translation>
    </message>
    <message>
        <source>%L1 of %L2 ended, %L3 under way</source>
        <translation>%L1 von %L2 beendet, %L3 unterwegs</translation>
    </message>
    <message>
        <source>Stopped after %L1 of %L2 events. The last one that ran is in Runs.</source>
        <translation>Nach %L1 von %L2 Events gestoppt. Das letzte, das lief, steht unter „Läufe“.</translation>
    </message>
    <message>
        <source>All %L1 have ended. The last one that ran is in Runs.</source>
        <translation>Alle %L1 sind beendet. Das letzte, das lief, steht unter „Läufe“.</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Cold starts</source>
        <translation>Cold Starts</translation>
    </message>
    <message>
        <source>Throttled</source>
        <translation>Gedrosselt</translation>
    </message>
</context>
<context>
    <name>coldframe::ChoiceDetails</name>
    <message>
        <source>Use This Event</source>
        <translation>Dieses Event verwenden</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>The event as JSON</source>
        <translation>Das Event als JSON</translation>
    </message>
    <message>
        <source>Saved event</source>
        <translation>Gespeichertes Event</translation>
    </message>
</context>
<context>
    <name>coldframe::CodeEditor</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>coldframe::ComparisonController</name>
    <message>
        <source>a baseline of %1</source>
        <translation>eine Baseline von %1</translation>
    </message>
</context>
<context>
    <name>coldframe::ComparisonPanel</name>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Exchange the two sides</source>
        <translation>Die beiden Seiten vertauschen</translation>
    </message>
    <message>
        <source>Save Report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>Save what is shown as one HTML file</source>
        <translation>Was gezeigt wird, als eine HTML-Datei speichern</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Next Difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>Go to the next place that differs</source>
        <translation>Zur nächsten Stelle gehen, die abweicht</translation>
    </message>
    <message>
        <source>%1 compared with %2</source>
        <translation>%1 verglichen mit %2</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Wird verglichen</translation>
    </message>
    <message>
        <source>The runs are read from the history.</source>
        <translation>Die Läufe werden aus dem Verlauf gelesen.</translation>
    </message>
    <message>
        <source>Nothing could be compared</source>
        <translation>Nichts ließ sich vergleichen</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
        <source>Choose two runs, or two groups of runs, in the history and then Compare: responses, logs, phases and figures stand side by side.</source>
        <translation>Im Verlauf zwei Läufe oder zwei Gruppen von Läufen wählen, dann „Vergleichen“: Antworten, Logs, Phasen und Werte stehen nebeneinander.</translation>
    </message>
</context>
<context>
    <name>coldframe::ComparisonWaterfall</name>
    <message>
        <source>The phases of both runs on one axis; the table below has the figures</source>
        <translation>Die Phasen beider Läufe auf einer Achse; die Werte stehen in der Tabelle darunter</translation>
    </message>
</context>
<context>
    <name>coldframe::CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
</context>
<context>
    <name>coldframe::CostPanel</name>
    <message>
        <source>This Run</source>
        <translation>Dieser Lauf</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
</context>
<context>
    <name>coldframe::DeliveryBar</name>
    <message>
        <source>Delivered: %1</source>
        <translation>Zugestellt: %1</translation>
    </message>
    <message>
        <source>One Step Back</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>Unwrap</source>
        <translation>Auspacken</translation>
    </message>
    <message>
        <source>Bring back the event as it was before the last service</source>
        <translation>Das Event zurückholen, wie es vor dem letzten Dienst war</translation>
    </message>
    <message>
        <source>Make the document inside the event</source>
        <translation>Das innere Dokument zum Event machen</translation>
    </message>
</context>
<context>
    <name>coldframe::DestinationField</name>
    <message>
        <source>None</source>
        <translation>Kein Ziel</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>HTTP address</source>
        <translation>HTTP-Adresse</translation>
    </message>
    <message>
        <source>%1: function</source>
        <translation>%1: Funktion</translation>
    </message>
    <message>
        <source>%1: file</source>
        <translation>%1: Datei</translation>
    </message>
    <message>
        <source>/path/to/records.jsonl</source>
        <translation>/pfad/zu/records.jsonl</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Eine Datei wählen</translation>
    </message>
    <message>
        <source>%1: choose a file</source>
        <translation>%1: eine Datei wählen</translation>
    </message>
    <message>
        <source>%1: address</source>
        <translation>%1: Adresse</translation>
    </message>
    <message>
        <source>File for the Records</source>
        <translation>Datei für die Datensätze</translation>
    </message>
</context>
<context>
    <name>coldframe::Document</name>
    <message>
        <source>Cannot open %1</source>
        <translation>%1 lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>%1 is not a text file</source>
        <translation>%1 ist keine Textdatei</translation>
    </message>
    <message>
        <source>It has binary content and cannot be edited here.</source>
        <translation>Der Inhalt ist binär und lässt sich hier nicht bearbeiten.</translation>
    </message>
    <message>
        <source>%1 is too large</source>
        <translation>%1 ist zu groß</translation>
    </message>
    <message>
        <source>Files up to %1 can be opened here.</source>
        <translation>Hier lassen sich Dateien bis %1 öffnen.</translation>
    </message>
    <message>
        <source>%1 is not encoded in UTF-8. It can be read, but not changed here.</source>
        <translation>%1 ist nicht in UTF-8 kodiert und lässt sich hier lesen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>Unsaved changes from %1 were restored.</source>
        <translation>Ungespeicherte Änderungen vom %1 wurden wiederhergestellt.</translation>
    </message>
    <message>
        <source>%1 The file was changed on disk since then.</source>
        <translation>%1 Die Datei wurde seitdem auf der Festplatte geändert.</translation>
    </message>
    <message>
        <source>Back to Saved File</source>
        <translation>Zurück zur gespeicherten Datei</translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation>Nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>%1 was changed on disk, and here as well.</source>
        <translation>%1 wurde auf der Festplatte und auch hier geändert.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Keep Mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>%1 no longer exists on disk. Save it to write it again.</source>
        <translation>%1 gibt es auf der Festplatte nicht mehr. Speichern schreibt die Datei neu.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>coldframe::EditorPanel</name>
    <message>
        <source>Open files</source>
        <translation>Offene Dateien</translation>
    </message>
    <message>
        <source>No file is open</source>
        <translation>Keine Datei offen</translation>
    </message>
    <message>
        <source>Choose a function or a file in the workspace.</source>
        <translation>Eine Funktion oder Datei im Arbeitsbereich wählen.</translation>
    </message>
    <message>
        <source>Open File…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Untitled %1</source>
        <translation>Unbenannt %1</translation>
    </message>
    <message>
        <source>Open File</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Close (Ctrl+W)</source>
        <translation>Schließen (Strg+W)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>file name and its folder</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, unsaved</source>
        <translation>%1, ungespeichert</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <source>Unsaved text cannot be kept safe here. %1</source>
        <translation>Ungespeicherter Text lässt sich hier nicht sichern. %1</translation>
    </message>
</context>
<context>
    <name>coldframe::EndpointController</name>
    <message>
        <source>The Lambda API can&apos;t be served at %1. Choose another port, or end the program that uses this one.</source>
        <translation>Die Lambda-API lässt sich auf %1 nicht bereitstellen. Einen anderen Port wählen oder das Programm beenden, das diesen verwendet.</translation>
    </message>
</context>
<context>
    <name>coldframe::EndpointPanel</name>
    <message>
        <source>Functions call each other here</source>
        <translation>Funktionen rufen einander hier auf</translation>
    </message>
    <message>
        <source>The Lambda API is off</source>
        <translation>Die Lambda-API ist aus</translation>
    </message>
    <message>
        <source>Serve it, and the AWS CLI and any AWS SDK can list, change and invoke the functions of this workspace at an address of this computer. Nothing leaves the computer.</source>
        <translation>Sie bereitstellen; dann können die AWS CLI und jedes AWS-SDK die Funktionen dieses Arbeitsbereichs unter einer Adresse dieses Computers auflisten, ändern und aufrufen. Nichts verlässt den Computer.</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Noch keine Anfragen</translation>
    </message>
    <message>
        <source>Run the command above in a terminal, or give an SDK client this address as its endpoint.</source>
        <translation>Den Befehl oben in einem Terminal ausführen oder einem SDK-Client diese Adresse als Endpunkt geben.</translation>
    </message>
    <message>
        <source>Serve Lambda API</source>
        <translation>Lambda-API bereitstellen</translation>
    </message>
    <message>
        <source>Serve Lambda&apos;s API on 127.0.0.1 while this window is open</source>
        <translation>Die API von Lambda auf 127.0.0.1 bereitstellen, solange dieses Fenster offen ist</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>The port on 127.0.0.1; the lowest value picks a free one each time</source>
        <translation>Der Port auf 127.0.0.1; der niedrigste Wert nimmt jedes Mal einen freien</translation>
    </message>
    <message>
        <source>SDK clients for Lambda inside the functions find this address: AWS_ENDPOINT_URL_LAMBDA is set for functions that are called through it.</source>
        <translation>SDK-Clients für Lambda in den Funktionen finden diese Adresse: AWS_ENDPOINT_URL_LAMBDA ist für Funktionen gesetzt, die über sie aufgerufen werden.</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>&amp;Port:</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Die Adresse kopieren</translation>
    </message>
    <message>
        <source>Command for the AWS CLI</source>
        <translation>Befehl für die AWS CLI</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Den Befehl kopieren</translation>
    </message>
    <message>
        <source>Last calls of the Lambda API</source>
        <translation>Letzte Anfragen an die Lambda-API</translation>
    </message>
</context>
<context>
    <name>coldframe::EnvironmentModel</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>Measured: the highest memory use of the processes until the end of the last invocation</source>
        <translation>Gemessen: der höchste Speicherverbrauch der Prozesse bis zum Ende des letzten Aufrufs</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Peak, measured</source>
        <translation>Maximum, gemessen</translation>
    </message>
    <message>
        <source>Kept warm</source>
        <translation>Warm gehalten</translation>
    </message>
    <message>
        <source>Runs with</source>
        <translation>Läuft mit</translation>
    </message>
    <message>
        <source>Isolation</source>
        <translation>Isolation</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
</context>
<context>
    <name>coldframe::EnvironmentStatus</name>
    <message>
        <source>No environment alive</source>
        <translation>Keine Umgebung aktiv</translation>
    </message>
    <message>
        <source>1 environment alive</source>
        <translation>1 Umgebung aktiv</translation>
    </message>
    <message>
        <source>%1 environments alive</source>
        <translation>%1 Umgebungen aktiv</translation>
    </message>
    <message>
        <source>The last run used %1</source>
        <translation>Der letzte Lauf nutzte %1</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>%1 busy</source>
        <translation>%1 beschäftigt</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>eingefroren</translation>
    </message>
    <message>
        <source>%1 frozen</source>
        <translation>%1 eingefroren</translation>
    </message>
    <message>
        <source>None alive</source>
        <translation>Keine aktiv</translation>
    </message>
    <message>
        <source>%1 alive</source>
        <translation>%1 aktiv</translation>
    </message>
    <message>
        <source>%1. Lambda keeps an environment for later events of the same function; each runs one event at a time.</source>
        <translation>%1. Lambda behält eine Umgebung für spätere Events derselben Funktion; jede bearbeitet ein Event zur Zeit.</translation>
    </message>
    <message>
        <source>%1. Click to see what is enforced, measured and modelled here.</source>
        <translation>%1. Klicken zeigt, was hier erzwungen, gemessen und modelliert ist.</translation>
    </message>
    <message>
        <source>Isolation and limits: %1</source>
        <translation>Isolation und Grenzen: %1</translation>
    </message>
</context>
<context>
    <name>coldframe::EnvironmentsController</name>
    <message>
        <source>%1 (last of %L2)</source>
        <translation>%1 (letztes von %L2)</translation>
    </message>
</context>
<context>
    <name>coldframe::EnvironmentsPanel</name>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Verkleinern (-)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom in (+), or Ctrl and the wheel at the pointer</source>
        <translation>Vergrößern (+), oder Strg und Mausrad am Zeiger</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show everything (Home or 0)</source>
        <translation>Alles zeigen (Pos1 oder 0)</translation>
    </message>
    <message>
        <source>Colours of the lanes</source>
        <translation>Farben der Bahnen</translation>
    </message>
    <message>
        <source>No environment yet</source>
        <translation>Noch keine Umgebung</translation>
    </message>
    <message>
        <source>Run the function (Ctrl+Enter) or keep some environments warm to see how they live.</source>
        <translation>Die Funktion ausführen (Strg+Eingabe) oder Umgebungen warm halten, um zu sehen, wie sie leben.</translation>
    </message>
    <message>
        <source>Point at a bar or move between bars with the arrow keys to see its figures.</source>
        <translation>Auf einen Balken zeigen oder mit den Pfeiltasten zu ihm gehen, um seine Werte zu sehen.</translation>
    </message>
    <message>
        <source>No environment is alive.</source>
        <translation>Keine Umgebung ist aktiv.</translation>
    </message>
    <message>
        <source>Execution environments that are alive</source>
        <translation>Aktive Ausführungsumgebungen</translation>
    </message>
    <message>
        <source>None alive</source>
        <translation>Keine aktiv</translation>
    </message>
    <message>
        <source>1 alive</source>
        <translation>1 aktiv</translation>
    </message>
    <message>
        <source>%1 alive</source>
        <translation>%1 aktiv</translation>
    </message>
    <message>
        <source>%1 busy</source>
        <translation>%1 beschäftigt</translation>
    </message>
    <message>
        <source>1 invocation</source>
        <translation>1 Aufruf</translation>
    </message>
    <message>
        <source>%L1 invocations</source>
        <translation>%L1 Aufrufe</translation>
    </message>
    <message>
        <source>No environment of %1 is kept warm any more. %2</source>
        <translation>Von %1 wird keine Umgebung mehr warm gehalten. %2</translation>
    </message>
    <message>
        <source>Failed or timed out</source>
        <translation>Fehlgeschlagen oder Timeout</translation>
    </message>
</context>
<context>
    <name>coldframe::EventButton</name>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Choose a template or a saved event</source>
        <translation>Eine Vorlage oder ein gespeichertes Event wählen</translation>
    </message>
    <message>
        <source>Choose a template or a saved event…</source>
        <translation>Vorlage oder gespeichertes Event wählen…</translation>
    </message>
</context>
<context>
    <name>coldframe::EventChoices</name>
    <message>
        <source>saved event</source>
        <translation>gespeichertes Event</translation>
    </message>
</context>
<context>
    <name>coldframe::EventChooser</name>
    <message>
        <source>Search events</source>
        <translation>Events suchen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>No event found</source>
        <translation>Kein Event gefunden</translation>
    </message>
    <message>
        <source>No event has all of these words. Try fewer of them.</source>
        <translation>Kein Event enthält alle diese Wörter. Es mit weniger Wörtern versuchen.</translation>
    </message>
    <message>
        <source>↑ ↓ events   Ctrl ↑ ↓ services   Enter use   Esc close</source>
        <translation>↑ ↓ Events   Strg ↑ ↓ Dienste   Eingabe verwenden   Esc schließen</translation>
    </message>
    <message>
        <source>Search by service, words, or what it is for, for example “sqs batch”</source>
        <translation>Nach Dienst, Wörtern oder Zweck suchen, zum Beispiel „sqs batch“</translation>
    </message>
</context>
<context>
    <name>coldframe::EventMending</name>
    <message>
        <source>There is no quick fix for this line.</source>
        <translation>Für diese Zeile gibt es keine Schnellkorrektur.</translation>
    </message>
</context>
<context>
    <name>coldframe::EventPanel</name>
    <message>
        <source>Save Event</source>
        <translation>Event speichern</translation>
    </message>
    <message>
        <source>Name of the event, kept as events/&lt;name&gt;.json:</source>
        <translation>Name des Events, abgelegt als events/&lt;Name&gt;.json:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>An event needs a name to be saved under.</source>
        <translation>Zum Speichern braucht ein Event einen Namen.</translation>
    </message>
    <message>
        <source>There is a saved event named “%1” already.</source>
        <translation>Es gibt schon ein gespeichertes Event namens „%1“.</translation>
    </message>
    <message>
        <source>Replace It</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Event as JSON</source>
        <translation>Event als JSON</translation>
    </message>
    <message>
        <source>The form waits until the JSON is valid again. Nothing in it is lost.</source>
        <translation>Das Formular wartet, bis das JSON wieder gültig ist. Nichts darin geht verloren.</translation>
    </message>
    <message>
        <source>This event is too large for the form. Edit its JSON.</source>
        <translation>Dieses Event ist zu groß für das Formular. Das JSON bearbeiten.</translation>
    </message>
    <message>
        <source>Open Event</source>
        <translation>Event öffnen</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Your edited event was put aside.</source>
        <translation>Das bearbeitete Event wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>Your edits of “%1” were put aside.</source>
        <translation>Die Änderungen an „%1“ wurden beiseitegelegt.</translation>
    </message>
    <message>
        <source>Bring Them Back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Deliver Through</source>
        <translation>Zustellen über</translation>
    </message>
    <message>
        <source>This event only goes to the function</source>
        <translation>Dieses Event geht nur an die Funktion</translation>
    </message>
    <message>
        <source>One Step Back</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>Unwrap the Inner Document</source>
        <translation>Inneres Dokument auspacken</translation>
    </message>
    <message>
        <source>A curl command was pasted.</source>
        <translation>Ein curl-Befehl wurde eingefügt.</translation>
    </message>
    <message>
        <source>The pasted text is not JSON, but holds an event.</source>
        <translation>Der eingefügte Text ist kein JSON, enthält aber ein Event.</translation>
    </message>
    <message>
        <source>Make It the Event…</source>
        <translation>Zum Event machen…</translation>
    </message>
    <message>
        <source>Pasted event</source>
        <translation>Eingefügtes Event</translation>
    </message>
    <message>
        <source>Pasted: %1</source>
        <translation>Eingefügt: %1</translation>
    </message>
</context>
<context>
    <name>coldframe::EventStatus</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Go to the place in the JSON</source>
        <translation>Zur Stelle im JSON gehen</translation>
    </message>
    <message>
        <source>Valid JSON</source>
        <translation>Gültiges JSON</translation>
    </message>
    <message>
        <source>Show or hide the list of problems</source>
        <translation>Liste der Probleme ein- oder ausblenden</translation>
    </message>
    <message>
        <source>List of problems</source>
        <translation>Liste der Probleme</translation>
    </message>
    <message>
        <source>Fix All</source>
        <translation>Alle beheben</translation>
    </message>
    <message>
        <source>Apply every quick fix</source>
        <translation>Jede Schnellkorrektur anwenden</translation>
    </message>
    <message>
        <source>Valid · no problems found</source>
        <translation>Gültig · keine Probleme gefunden</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 Warnung</translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>coldframe::EventTools</name>
    <message>
        <source>Indent the JSON anew</source>
        <translation>Das JSON neu einrücken</translation>
    </message>
    <message>
        <source>Open an event from a file</source>
        <translation>Ein Event aus einer Datei öffnen</translation>
    </message>
    <message>
        <source>Save the event in the workspace</source>
        <translation>Das Event im Arbeitsbereich speichern</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Deliver through another service</source>
        <translation>Über einen anderen Dienst zustellen</translation>
    </message>
    <message>
        <source>Open File…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Paste as Event…</source>
        <translation>Als Event einfügen…</translation>
    </message>
</context>
<context>
    <name>coldframe::FidelityDialog</name>
    <message>
        <source>What the Numbers Mean</source>
        <translation>Was die Zahlen bedeuten</translation>
    </message>
    <message>
        <source>Rules of Lambda are enforced here, modelled closely or not emulated. Figures are measured on this computer, or modelled from measured figures and published rules.</source>
        <translation>Regeln von Lambda sind hier erzwungen, eng modelliert oder nicht emuliert. Werte sind auf diesem Computer gemessen oder aus gemessenen Werten und veröffentlichten Regeln modelliert.</translation>
    </message>
    <message>
        <source>In force for the next run:</source>
        <translation>In Kraft für den nächsten Lauf:</translation>
    </message>
</context>
<context>
    <name>coldframe::FindBar</name>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Match whole words</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Show or hide replace (Ctrl+H)</source>
        <translation>Ersetzen ein- oder ausblenden (Strg+H)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace All</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, and its keys</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>coldframe::FindSession</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n ersetzt</numerusform>
            <numerusform>%n ersetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Invalid expression: %1</source>
        <translation>Ungültiger Ausdruck: %1</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>Keine Treffer</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>coldframe::FindingsView</name>
    <message>
        <source>Findings of the probe</source>
        <translation>Befunde der Probe</translation>
    </message>
    <message>
        <source>What varies anyway (%1)</source>
        <translation>Was ohnehin schwankt (%1)</translation>
    </message>
    <message>
        <source>Not observed</source>
        <translation>Nicht beobachtet</translation>
    </message>
    <message>
        <source>Double-click or press Enter to open %1</source>
        <translation>Doppelklick oder Eingabe öffnet %1</translation>
    </message>
</context>
<context>
    <name>coldframe::FixtureDetail</name>
    <message numerus="yes">
        <source>%n run(s), at most %1</source>
        <translation>
            <numerusform>%n Lauf, höchstens %1</numerusform>
            <numerusform>%n Läufe, höchstens %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cold, init %1</source>
        <translation>
            <numerusform>%n kalt, Init %1</numerusform>
            <numerusform>%n kalt, Init %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Accept as Golden</source>
        <translation>Als Referenz annehmen</translation>
    </message>
    <message>
        <source>Expect this response from now on</source>
        <translation>Von jetzt an diese Antwort erwarten</translation>
    </message>
    <message>
        <source>Show Run</source>
        <translation>Lauf zeigen</translation>
    </message>
    <message>
        <source>Show response, log and timeline of this invocation</source>
        <translation>Antwort, Log und Zeitachse dieses Aufrufs zeigen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>Next place that differs</source>
        <translation>Nächste Stelle, die abweicht</translation>
    </message>
    <message>
        <source>What was not as expected</source>
        <translation>Was nicht wie erwartet war</translation>
    </message>
    <message>
        <source>It was stopped before its turn.</source>
        <translation>Sie wurde gestoppt, bevor sie an der Reihe war.</translation>
    </message>
    <message>
        <source>Everything was as the fixture expects.</source>
        <translation>Alles war so, wie die Fixture es erwartet.</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>Erhalten</translation>
    </message>
</context>
<context>
    <name>coldframe::FixtureLabelsDialog</name>
    <message>
        <source>Group and Tags of %1</source>
        <translation>Gruppe und Tags von %1</translation>
    </message>
    <message>
        <source>smoke, slow</source>
        <translation>smoke, slow</translation>
    </message>
    <message>
        <source>&amp;Group:</source>
        <translation>&amp;Gruppe:</translation>
    </message>
    <message>
        <source>&amp;Tags:</source>
        <translation>&amp;Tags:</translation>
    </message>
</context>
<context>
    <name>coldframe::FixtureModel</name>
    <message>
        <source>Running…</source>
        <translation>Läuft…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Fixture</source>
        <translation>Fixture</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>coldframe::FixtureTools</name>
    <message>
        <source>Run All</source>
        <translation>Alle ausführen</translation>
    </message>
    <message>
        <source>Run every fixture that is listed (F8)</source>
        <translation>Jede aufgelistete Fixture ausführen (F8)</translation>
    </message>
    <message>
        <source>Run Failed</source>
        <translation>Fehlgeschlagene ausführen</translation>
    </message>
    <message>
        <source>Run again what did not pass (Shift+F8)</source>
        <translation>Erneut ausführen, was nicht bestanden hat (Umschalt+F8)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop; what ended is kept</source>
        <translation>Stoppen; was beendet ist, bleibt</translation>
    </message>
    <message>
        <source>Failed Only</source>
        <translation>Nur fehlgeschlagene</translation>
    </message>
    <message>
        <source>List only what ran and did not pass</source>
        <translation>Nur auflisten, was lief und nicht bestanden hat</translation>
    </message>
    <message>
        <source>Break the Event</source>
        <translation>Event verfälschen</translation>
    </message>
    <message>
        <source>Make broken and extreme events of the present one, to run them all</source>
        <translation>Aus dem aktuellen Event kaputte und extreme machen, um sie alle auszuführen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>What each fixture runs with</source>
        <translation>Womit jede Fixture läuft</translation>
    </message>
    <message>
        <source>As saved</source>
        <translation>Wie gespeichert</translation>
    </message>
    <message>
        <source>Cold and warm</source>
        <translation>Kalt und warm</translation>
    </message>
    <message>
        <source>Memory sizes</source>
        <translation>Speichergrößen</translation>
    </message>
    <message>
        <source>Runtimes</source>
        <translation>Runtimes</translation>
    </message>
    <message>
        <source>Invocations at the same time</source>
        <translation>Gleichzeitige Aufrufe</translation>
    </message>
    <message>
        <source>At once: </source>
        <translation>Zugleich: </translation>
    </message>
    <message>
        <source>Search name, group, tag</source>
        <translation>Name, Gruppe oder Tag suchen</translation>
    </message>
    <message>
        <source>Search fixtures</source>
        <translation>Fixtures suchen</translation>
    </message>
    <message>
        <source>Back to Fixtures</source>
        <translation>Zurück zu den Fixtures</translation>
    </message>
    <message>
        <source>Memory sizes in MB, with commas between them</source>
        <translation>Speichergrößen in MB, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Runtimes, with commas between them</source>
        <translation>Runtimes, durch Kommas getrennt</translation>
    </message>
</context>
<context>
    <name>coldframe::FixturesController</name>
    <message>
        <source>Kept as %1.</source>
        <translation>Als %1 behalten.</translation>
    </message>
    <message>
        <source>%1 expects this response from now on. Run it again to see it pass.</source>
        <translation>%1 erwartet von jetzt an diese Antwort. Erneut ausführen, um es bestehen zu sehen.</translation>
    </message>
</context>
<context>
    <name>coldframe::FixturesPanel</name>
    <message>
        <source>No fixtures yet</source>
        <translation>Noch keine Fixtures</translation>
    </message>
    <message>
        <source>A fixture is an event in the folder events, with what is expected of the function beside it. Save the event, or save a run as a fixture: then it runs here and by coldframe-cli test.</source>
        <translation>Eine Fixture ist ein Event im Ordner events, neben dem steht, was von der Funktion erwartet wird. Das Event speichern oder einen Lauf als Fixture speichern: Dann läuft sie hier und mit coldframe-cli test.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Show Event</source>
        <translation>Event zeigen</translation>
    </message>
    <message>
        <source>Edit Expectations</source>
        <translation>Erwartungen bearbeiten</translation>
    </message>
    <message>
        <source>Keep as Fixture…</source>
        <translation>Als Fixture behalten…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Group and Tags…</source>
        <translation>Gruppe und Tags…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Save Last Run as Fixture</source>
        <translation>Letzten Lauf als Fixture speichern</translation>
    </message>
    <message>
        <source>Fixtures that are done</source>
        <translation>Erledigte Fixtures</translation>
    </message>
    <message>
        <source>Keep as Fixture</source>
        <translation>Als Fixture behalten</translation>
    </message>
    <message>
        <source>Duplicate Fixture</source>
        <translation>Fixture duplizieren</translation>
    </message>
    <message>
        <source>Rename Fixture</source>
        <translation>Fixture umbenennen</translation>
    </message>
    <message>
        <source>Fixtures</source>
        <translation>Fixtures</translation>
    </message>
    <message>
        <source>the event</source>
        <translation>dem Event</translation>
    </message>
    <message>
        <source>Not done yet</source>
        <translation>Noch nicht fertig</translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation>Noch nicht ausgeführt</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 erledigt</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) made of %1, each wrong or extreme in one place. They pass unless the function ends in an unhandled exception.</source>
        <translation>
            <numerusform>%n Event aus %1, an einer Stelle falsch oder extrem. Es besteht, wenn die Funktion nicht mit einer unbehandelten Exception endet.</numerusform>
            <numerusform>%n Events aus %1, jedes an einer Stelle falsch oder extrem. Sie bestehen, wenn die Funktion nicht mit einer unbehandelten Exception endet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fixture(s)</source>
        <translation>
            <numerusform>%n Fixture</numerusform>
            <numerusform>%n Fixtures</numerusform>
        </translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>%1-copy</source>
        <translation>%1-kopie</translation>
    </message>
    <message>
        <source>Remove Fixture</source>
        <translation>Fixture entfernen</translation>
    </message>
    <message>
        <source>Remove %1 from the disk, with what is expected of it?</source>
        <translation>%1 von der Festplatte entfernen, samt dem, was davon erwartet wird?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>coldframe::ForecastForm</name>
    <message>
        <source>Number of requests</source>
        <translation>Zahl der Anfragen</translation>
    </message>
    <message>
        <source>Requests in which time</source>
        <translation>Zeitraum der Anfragen</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>pro Monat</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>pro Tag</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>pro Stunde</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>pro Minute</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>pro Sekunde</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Where the duration is from</source>
        <translation>Woher die Dauer stammt</translation>
    </message>
    <message>
        <source>set</source>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>average</source>
        <translation>Durchschnitt</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p90</source>
        <translation>p90</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share of cold starts</source>
        <translation>Anteil der Cold Starts</translation>
    </message>
    <message>
        <source>Where the share of cold starts is from</source>
        <translation>Woher der Anteil der Cold Starts stammt</translation>
    </message>
    <message>
        <source>Init of a cold start</source>
        <translation>Init eines Cold Starts</translation>
    </message>
    <message>
        <source>Where the init time is from</source>
        <translation>Woher die Init-Zeit stammt</translation>
    </message>
    <message>
        <source>of runs</source>
        <translation>aus Läufen</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Traffic</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Cold starts</source>
        <translation>Cold Starts</translation>
    </message>
    <message>
        <source>Init</source>
        <translation>Init</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Ephemeral storage</source>
        <translation>Flüchtiger Speicher</translation>
    </message>
    <message>
        <source>How many times as long arm64 takes</source>
        <translation>Wievielmal so lange arm64 braucht</translation>
    </message>
    <message>
        <source>How many times as long a request takes on arm64: an assumption, measure it there</source>
        <translation>Wievielmal so lange eine Anfrage auf arm64 dauert: eine Annahme, dort zu messen</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Memory, /tmp</source>
        <translation>Speicher, /tmp</translation>
    </message>
    <message>
        <source>arm64 takes</source>
        <translation>arm64 braucht</translation>
    </message>
    <message>
        <source>Free tier, what is left of it:</source>
        <translation>Free Tier, was davon übrig ist:</translation>
    </message>
    <message>
        <source>Free requests that are left</source>
        <translation>Freie Anfragen, die übrig sind</translation>
    </message>
    <message>
        <source>Free duration that is left</source>
        <translation>Freie Dauer, die übrig ist</translation>
    </message>
    <message>
        <source>Requests, GB-s</source>
        <translation>Anfragen, GB-s</translation>
    </message>
    <message>
        <source>Provisioned environments</source>
        <translation>Provisionierte Umgebungen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source> h</source>
        <translation> h</translation>
    </message>
    <message>
        <source>Hours a month that they are provisioned</source>
        <translation>Stunden im Monat, in denen sie provisioniert sind</translation>
    </message>
    <message>
        <source>Share of requests they serve</source>
        <translation>Anteil der Anfragen, die sie bedienen</translation>
    </message>
    <message>
        <source>Requests that provisioned environments serve; the others spill over and are billed on demand</source>
        <translation>Anfragen, die provisionierte Umgebungen bedienen; die anderen laufen über und werden on demand berechnet</translation>
    </message>
    <message>
        <source>Provisioned concurrency</source>
        <translation>Provisioned Concurrency</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Umgebungen</translation>
    </message>
    <message>
        <source>They serve</source>
        <translation>Sie bedienen</translation>
    </message>
    <message>
        <source>Versions with SnapStart</source>
        <translation>Versionen mit SnapStart</translation>
    </message>
    <message>
        <source>Published versions with SnapStart; for Java it is free</source>
        <translation>Veröffentlichte Versionen mit SnapStart; für Java ist es kostenlos</translation>
    </message>
    <message>
        <source>Hours a month that they are active</source>
        <translation>Stunden im Monat, in denen sie aktiv sind</translation>
    </message>
    <message>
        <source>Streamed response</source>
        <translation>Gestreamte Antwort</translation>
    </message>
    <message>
        <source>not streamed</source>
        <translation>nicht gestreamt</translation>
    </message>
    <message>
        <source> KB</source>
        <translation> KB</translation>
    </message>
    <message>
        <source>Asynchronous event</source>
        <translation>Asynchrones Event</translation>
    </message>
    <message>
        <source>not asynchronous</source>
        <translation>nicht asynchron</translation>
    </message>
    <message>
        <source>Tenant isolation</source>
        <translation>Tenant-Isolation</translation>
    </message>
    <message>
        <source>SnapStart, responses, events</source>
        <translation>SnapStart, Antworten, Events</translation>
    </message>
    <message>
        <source>SnapStart</source>
        <translation>SnapStart</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> pro Sekunde</translation>
    </message>
    <message>
        <source>Requests at the peak</source>
        <translation>Anfragen in der Spitze</translation>
    </message>
    <message>
        <source>the average</source>
        <translation>der Durchschnitt</translation>
    </message>
    <message>
        <source>CPU time of a request</source>
        <translation>CPU-Zeit einer Anfrage</translation>
    </message>
    <message>
        <source>measured, else duration</source>
        <translation>gemessen, sonst Dauer</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU-Zeit</translation>
    </message>
    <message>
        <source>%1 runs of this function with its memory size</source>
        <translation>%1 Läufe dieser Funktion mit ihrer Speichergröße</translation>
    </message>
    <message>
        <source>There are no runs of this function with its memory size yet</source>
        <translation>Von dieser Funktion gibt es noch keine Läufe mit ihrer Speichergröße</translation>
    </message>
</context>
<context>
    <name>coldframe::ForecastTree</name>
    <message>
        <source>Copy Row with Formulas</source>
        <translation>Zeile mit Formeln kopieren</translation>
    </message>
</context>
<context>
    <name>coldframe::ForecastView</name>
    <message>
        <source>A month</source>
        <translation>Ein Monat</translation>
    </message>
    <message>
        <source>Costs of a month; Right opens a row to its formulas</source>
        <translation>Kosten eines Monats; Pfeil rechts öffnet eine Zeile bis zu ihren Formeln</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>Break-even</translation>
    </message>
    <message>
        <source>Break-evens; Right opens a row to its formula</source>
        <translation>Break-even-Punkte; Pfeil rechts öffnet eine Zeile bis zu ihrer Formel</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>At this traffic</source>
        <translation>Bei diesem Traffic</translation>
    </message>
    <message>
        <source>Serves the peak</source>
        <translation>Bedient die Spitze</translation>
    </message>
    <message>
        <source>Instances that are always on; Right opens a row</source>
        <translation>Instanzen, die immer laufen; Pfeil rechts öffnet eine Zeile</translation>
    </message>
    <message>
        <source>The prices are being read.</source>
        <translation>Die Preise werden gelesen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a function and its traffic</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>coldframe::FunctionStrip</name>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Memory of the function: its limit, and the base of its price</source>
        <translation>Speicher der Funktion: ihre Grenze und die Grundlage ihres Preises</translation>
    </message>
    <message>
        <source>The function is killed when it runs longer</source>
        <translation>Läuft die Funktion länger, wird sie beendet</translation>
    </message>
    <message>
        <source>The function&apos;s environment variables</source>
        <translation>Die Umgebungsvariablen der Funktion</translation>
    </message>
    <message>
        <source>Chooses the price only: the function runs on this computer&apos;s own processor</source>
        <translation>Bestimmt nur den Preis: Die Funktion läuft auf dem Prozessor dieses Computers</translation>
    </message>
    <message>
        <source>Back to what the template says. Changes here last until Coldframe is closed and leave the template as it is.</source>
        <translation>Zurück zu den Werten des Templates. Änderungen hier gelten, bis Coldframe geschlossen wird, und lassen das Template unverändert.</translation>
    </message>
    <message>
        <source>Back to the template</source>
        <translation>Zurück zum Template</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>Price of</source>
        <translation>Preis für</translation>
    </message>
    <message>
        <source>Variables…</source>
        <translation>Variablen…</translation>
    </message>
    <message>
        <source>Variables (%1)…</source>
        <translation>Variablen (%1)…</translation>
    </message>
</context>
<context>
    <name>coldframe::GoToLineBar</name>
    <message>
        <source>Go to line</source>
        <translation>Gehe zu Zeile</translation>
    </message>
    <message>
        <source>1 to %1; a column may follow a colon</source>
        <translation>1 bis %1; nach einem Doppelpunkt optional die Spalte</translation>
    </message>
</context>
<context>
    <name>coldframe::HistoryController</name>
    <message>
        <source>Delete Runs</source>
        <translation>Läufe löschen</translation>
    </message>
    <message>
        <source>Delete this run from the history?</source>
        <translation>Diesen Lauf aus dem Verlauf löschen?</translation>
    </message>
    <message>
        <source>Delete these %1 runs from the history?</source>
        <translation>Diese %1 Läufe aus dem Verlauf löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Export Runs</source>
        <translation>Läufe exportieren</translation>
    </message>
    <message>
        <source>Lines of JSON (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>Import Runs</source>
        <translation>Läufe importieren</translation>
    </message>
    <message>
        <source>Lines of JSON (*.jsonl);;All files (*)</source>
        <translation>JSON-Zeilen (*.jsonl);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>coldframe::HistoryFilterBar</name>
    <message>
        <source>Words in the log</source>
        <translation>Wörter im Log</translation>
    </message>
    <message>
        <source>Only runs whose log has these words, or words that begin like them</source>
        <translation>Nur Läufe, deren Log diese Wörter enthält oder Wörter, die so beginnen</translation>
    </message>
    <message>
        <source>Event or fixture</source>
        <translation>Event oder Fixture</translation>
    </message>
    <message>
        <source>Only runs whose event or fixture has this in its name</source>
        <translation>Nur Läufe, deren Event oder Fixture dies im Namen hat</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Cold or warm</source>
        <translation>Kalt oder warm</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>Seit wann</translation>
    </message>
    <message>
        <source>All functions</source>
        <translation>Alle Funktionen</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Not succeeded</source>
        <translation>Nicht erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Cold and warm</source>
        <translation>Kalt und warm</translation>
    </message>
    <message>
        <source>Cold</source>
        <translation>Kalt</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>Warm</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Beliebige Zeit</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
</context>
<context>
    <name>coldframe::HistoryModel</name>
    <message>
        <source>cold</source>
        <translation>kalt</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>warm</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Init</source>
        <translation>Init</translation>
    </message>
    <message>
        <source>Max memory</source>
        <translation>Max Memory</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
</context>
<context>
    <name>coldframe::HistoryPanel</name>
    <message>
        <source>No such run</source>
        <translation>Kein solcher Lauf</translation>
    </message>
    <message>
        <source>No run of the history answers to what is chosen above.</source>
        <translation>Kein Lauf des Verlaufs entspricht der Auswahl oben.</translation>
    </message>
    <message>
        <source>Show Run</source>
        <translation>Lauf zeigen</translation>
    </message>
    <message>
        <source>Run Again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Mark as Baseline</source>
        <translation>Als Baseline markieren</translation>
    </message>
    <message>
        <source>Clear Baseline</source>
        <translation>Baseline aufheben</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Runs of the history</source>
        <translation>Läufe des Verlaufs</translation>
    </message>
    <message>
        <source>Show the run in the panels of results (Enter)</source>
        <translation>Den Lauf in den Bereichen der Ergebnisse zeigen (Eingabe)</translation>
    </message>
    <message>
        <source>Run the same event again, with the function as it is now</source>
        <translation>Dasselbe Event erneut ausführen, mit der Funktion, wie sie jetzt ist</translation>
    </message>
    <message>
        <source>Compare later runs of these functions with the selected ones</source>
        <translation>Spätere Läufe dieser Funktionen mit den ausgewählten vergleichen</translation>
    </message>
    <message>
        <source>Compare later runs of this function with none</source>
        <translation>Spätere Läufe dieser Funktion mit keinem vergleichen</translation>
    </message>
    <message>
        <source>Write the listed runs into a file</source>
        <translation>Die aufgelisteten Läufe in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Add the runs of a file</source>
        <translation>Die Läufe einer Datei hinzufügen</translation>
    </message>
    <message>
        <source>Delete the selected runs (Del)</source>
        <translation>Die ausgewählten Läufe löschen (Entf)</translation>
    </message>
    <message>
        <source>1 run in the history</source>
        <translation>1 Lauf im Verlauf</translation>
    </message>
    <message>
        <source>%L1 runs in the history</source>
        <translation>%L1 Läufe im Verlauf</translation>
    </message>
    <message>
        <source>No runs kept yet</source>
        <translation>Noch keine Läufe aufbewahrt</translation>
    </message>
    <message>
        <source>Runs are not kept</source>
        <translation>Läufe werden nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Press Run (Ctrl+Enter): every run of this folder is kept here, also those of the command line, until you delete it.</source>
        <translation>Ausführen (Strg+Eingabe): Jeder Lauf dieses Ordners wird hier aufbewahrt, auch die der Befehlszeile, bis er gelöscht wird.</translation>
    </message>
    <message>
        <source>Switch the history on in the settings to find runs again later.</source>
        <translation>Den Verlauf in den Einstellungen einschalten, um Läufe später wiederzufinden.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Put two runs beside each other, or the selected ones beside the baseline</source>
        <translation>Zwei Läufe nebeneinanderstellen, oder die ausgewählten neben die Baseline</translation>
    </message>
    <message>
        <source>Compare with Baseline</source>
        <translation>Mit Baseline vergleichen</translation>
    </message>
</context>
<context>
    <name>coldframe::ImportModel</name>
    <message>
        <source>lazy</source>
        <translation>lazy</translation>
    </message>
    <message>
        <source>not lazy</source>
        <translation>nicht lazy</translation>
    </message>
    <message>
        <source>What if it were imported only when it is needed (Space)</source>
        <translation>Was wäre, wenn es erst importiert würde, wenn es gebraucht wird (Leertaste)</translation>
    </message>
    <message>
        <source>Lazy</source>
        <translation>Lazy</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Modul</translation>
    </message>
    <message>
        <source>Without what it imports itself</source>
        <translation>Ohne das, was es selbst importiert</translation>
    </message>
    <message>
        <source>Own time</source>
        <translation>Eigene Zeit</translation>
    </message>
    <message>
        <source>With everything that it imports</source>
        <translation>Mit allem, was es importiert</translation>
    </message>
    <message>
        <source>With imports</source>
        <translation>Mit Importen</translation>
    </message>
    <message>
        <source>The time with imports as a part of the init phase</source>
        <translation>Die Zeit mit Importen als Anteil der Init-Phase</translation>
    </message>
    <message>
        <source>Of init</source>
        <translation>Anteil an Init</translation>
    </message>
    <message>
        <source>Of the file alone</source>
        <translation>Der Datei allein</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Dateigröße</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>coldframe::ImportTable</name>
    <message>
        <source>Imports of the cold start</source>
        <translation>Importe des Cold Starts</translation>
    </message>
</context>
<context>
    <name>coldframe::LanesText</name>
    <message>
        <source>Invocation, running</source>
        <translation>Aufruf, läuft</translation>
    </message>
    <message>
        <source>Invocation, its record is not known</source>
        <translation>Aufruf, Ergebnis nicht bekannt</translation>
    </message>
    <message>
        <source>Invocation, succeeded</source>
        <translation>Aufruf, erfolgreich</translation>
    </message>
    <message>
        <source>Invocation, failed</source>
        <translation>Aufruf, fehlgeschlagen</translation>
    </message>
    <message>
        <source>Invocation, timed out</source>
        <translation>Aufruf, Timeout</translation>
    </message>
    <message>
        <source>Invocation, stopped</source>
        <translation>Aufruf, gestoppt</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 to about %2</source>
        <translation>%1 bis etwa %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>cold start</source>
        <translation>Cold Start</translation>
    </message>
    <message>
        <source>request %1</source>
        <translation>Request %1</translation>
    </message>
    <message>
        <source>%1 stretches without an invocation</source>
        <translation>%1 Abschnitte ohne Aufruf</translation>
    </message>
    <message>
        <source>1 invocation</source>
        <translation>1 Aufruf</translation>
    </message>
    <message>
        <source>%1 invocations</source>
        <translation>%1 Aufrufe</translation>
    </message>
    <message>
        <source>%1 invocations, %2 failed</source>
        <translation>%1 Aufrufe, %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>mostly: %1</source>
        <translation>meist: %1</translation>
    </message>
    <message>
        <source>too narrow to be drawn apart; zoom in</source>
        <translation>zu schmal, um sie einzeln zu zeichnen; vergrößern</translation>
    </message>
    <message>
        <source>Init</source>
        <translation>Init</translation>
    </message>
    <message>
        <source>Invocation</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Untätig</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Eingefroren</translation>
    </message>
    <message>
        <source>Shutdown</source>
        <translation>Herunterfahren</translation>
    </message>
    <message>
        <source>Initialising</source>
        <translation>Wird initialisiert</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation>Fährt herunter</translation>
    </message>
    <message>
        <source>%1, environment %2</source>
        <translation>%1, Umgebung %2</translation>
    </message>
    <message>
        <source>%1 ns</source>
        <translation>%1 ns</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>coldframe::LanesWidget</name>
    <message>
        <source>Execution environments over time</source>
        <translation>Ausführungsumgebungen im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
</context>
<context>
    <name>coldframe::LazyBar</name>
    <message>
        <source>If this import were lazy:</source>
        <translation>Wäre dieser Import lazy:</translation>
    </message>
    <message>
        <source>If these %1 imports were lazy:</source>
        <translation>Wären diese %1 Importe lazy:</translation>
    </message>
    <message>
        <source>%1 less init (%2 becomes %3)</source>
        <translation>%1 weniger Init (aus %2 wird %3)</translation>
    </message>
    <message>
        <source>%1 ms less billed</source>
        <translation>%1 ms weniger abgerechnet</translation>
    </message>
    <message>
        <source>%1 less for a million cold starts</source>
        <translation>%1 weniger für eine Million Cold Starts</translation>
    </message>
    <message>
        <source>Modelled from one measured run, an upper bound.</source>
        <translation>Modelliert aus einem gemessenen Lauf, eine obere Schranke.</translation>
    </message>
    <message>
        <source>Another module may import it too, and what the handler needs is imported later all the same.</source>
        <translation>Ein anderes Modul kann es auch importieren, und was der Handler braucht, wird später trotzdem importiert.</translation>
    </message>
    <message>
        <source>No import is lazy</source>
        <translation>Kein Import ist lazy</translation>
    </message>
</context>
<context>
    <name>coldframe::LimitsForm</name>
    <message>
        <source>Keep &amp;warm</source>
        <translation>&amp;Warm halten</translation>
    </message>
    <message>
        <source>Provisioned concurrency: so many environments of the function are initialised ahead of events and kept, so that their events start warm. On Lambda this costs money for as long as it is set.</source>
        <translation>Provisioned Concurrency: So viele Umgebungen der Funktion werden vor den Events initialisiert und behalten, damit diese warm starten. Auf Lambda kostet das Geld, solange es gesetzt ist.</translation>
    </message>
    <message>
        <source>Reserve&amp;d</source>
        <translation>&amp;Reserviert</translation>
    </message>
    <message>
        <source>Reserved concurrency of the function: so many invocations may run at the same time, no other function can take them, and more are throttled. 0 throttles every one. Lambda leaves at least 100 of an account unreserved.</source>
        <translation>Reserved Concurrency der Funktion: So viele Aufrufe dürfen gleichzeitig laufen, keine andere Funktion kann sie belegen, und weitere werden gedrosselt. 0 drosselt jeden. Lambda lässt mindestens 100 eines Kontos unreserviert.</translation>
    </message>
    <message>
        <source>&amp;Account limit</source>
        <translation>Grenze des &amp;Kontos</translation>
    </message>
    <message>
        <source>How many invocations may run at the same time in an account and region. Lambda&apos;s default is 1,000; new accounts often have 10.</source>
        <translation>Wie viele Aufrufe in einem Konto und einer Region gleichzeitig laufen dürfen. Standard von Lambda ist 1.000; neue Konten haben oft 10.</translation>
    </message>
    <message>
        <source>This computer&apos;s &amp;cap</source>
        <translation>&amp;Obergrenze dieses Computers</translation>
    </message>
    <message>
        <source>Not Lambda&apos;s rule: no more environments than this run on your computer. An event above it waits, and its record says so.</source>
        <translation>Keine Regel von Lambda: Mehr Umgebungen als diese laufen nicht auf dem eigenen Computer. Ein Event darüber hinaus wartet, und sein Lauf vermerkt das.</translation>
    </message>
    <message>
        <source>&amp;Idle lifetime</source>
        <translation>Lebensdauer im &amp;Leerlauf</translation>
    </message>
    <message>
        <source>An assumption: an environment without events ends after this time. Lambda promises none; 5 to 7 minutes were measured.</source>
        <translation>Eine Annahme: Eine Umgebung ohne Events endet nach dieser Zeit. Lambda sagt keine zu; gemessen wurden 5 bis 7 Minuten.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source> s (assumed)</source>
        <translation> s (angenommen)</translation>
    </message>
    <message>
        <source>All functions</source>
        <translation>Alle Funktionen</translation>
    </message>
    <message>
        <source>No function chosen</source>
        <translation>Keine Funktion gewählt</translation>
    </message>
    <message>
        <source>none kept warm</source>
        <translation>keine warm gehalten</translation>
    </message>
    <message>
        <source>%1 of %2 initialised</source>
        <translation>%1 von %2 initialisiert</translation>
    </message>
</context>
<context>
    <name>coldframe::LogBusyBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>coldframe::LogColumnsDialog</name>
    <message>
        <source>Looking for JSON members…</source>
        <translation>JSON-Felder werden gesucht…</translation>
    </message>
    <message>
        <source>Choose Columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>Ein Feld suchen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Usual Columns</source>
        <translation>Übliche Spalten</translation>
    </message>
    <message>
        <source>No line of this log is a JSON object, so there are no members to show.</source>
        <translation>Keine Zeile dieses Logs ist ein JSON-Objekt, daher gibt es keine Felder zu zeigen.</translation>
    </message>
    <message>
        <source>Counted in %1 JSON lines, a sample of %2 of all %3 lines.</source>
        <translation>Gezählt in %1 JSON-Zeilen, einer Stichprobe aus %2 von allen %3 Zeilen.</translation>
    </message>
    <message>
        <source>Counted in all %1 JSON lines.</source>
        <translation>Gezählt in allen %1 JSON-Zeilen.</translation>
    </message>
</context>
<context>
    <name>coldframe::LogDetail</name>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Erweiterung</translation>
    </message>
    <message>
        <source>Remark of Coldframe</source>
        <translation>Anmerkung von Coldframe</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln Byte</numerusform>
            <numerusform>%Ln Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>The selected line</source>
        <translation>Die ausgewählte Zeile</translation>
    </message>
    <message>
        <source>Select a line to read it whole.</source>
        <translation>Eine Zeile auswählen, um sie ganz zu lesen.</translation>
    </message>
</context>
<context>
    <name>coldframe::LogFiles</name>
    <message>
        <source>Open Log File</source>
        <translation>Log-Datei öffnen</translation>
    </message>
    <message>
        <source>Logs (*.log *.txt *.json *.jsonl *.ndjson *.csv)</source>
        <translation>Logs (*.log *.txt *.json *.jsonl *.ndjson *.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>Save Shown Lines As</source>
        <translation>Gezeigte Zeilen speichern unter</translation>
    </message>
    <message>
        <source>Text (*.log *.txt)</source>
        <translation>Text (*.log *.txt)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl *.json)</source>
        <translation>JSON-Zeilen (*.jsonl *.json)</translation>
    </message>
    <message>
        <source>Saving %1…</source>
        <translation>%1 wird gespeichert…</translation>
    </message>
    <message>
        <source>Copying lines…</source>
        <translation>Zeilen werden kopiert…</translation>
    </message>
</context>
<context>
    <name>coldframe::LogFindBar</name>
    <message>
        <source>Find in this log</source>
        <translation>In diesem Log suchen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Voriger</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>coldframe::LogPanel</name>
    <message>
        <source>Line %1 of %2</source>
        <translation>Zeile %1 von %2</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>No line matches the filter</source>
        <translation>Keine Zeile passt zum Filter</translation>
    </message>
    <message>
        <source>No line yet</source>
        <translation>Noch keine Zeile</translation>
    </message>
    <message>
        <source>The function is running and has not printed anything so far.</source>
        <translation>Die Funktion läuft und hat bisher nichts ausgegeben.</translation>
    </message>
    <message>
        <source>No log yet</source>
        <translation>Noch kein Log</translation>
    </message>
    <message>
        <source>Press Run (Ctrl+Enter): what the function prints appears here.</source>
        <translation>Ausführen (Strg+Eingabe): Die Ausgaben der Funktion erscheinen hier.</translation>
    </message>
    <message>
        <source>Searching… %1 %</source>
        <translation>Suche läuft… %1 %</translation>
    </message>
    <message>
        <source>Filtering…</source>
        <translation>Filter läuft…</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Als %1 gespeichert.</translation>
    </message>
    <message>
        <source>These lines are from %1.</source>
        <translation>Diese Zeilen sind aus %1.</translation>
    </message>
    <message>
        <source>Back to the Run&apos;s Log</source>
        <translation>Zurück zum Log des Laufs</translation>
    </message>
    <message>
        <source>Filter for another text, or show all levels and origins.</source>
        <translation>Nach einem anderen Text filtern, oder alle Stufen und jede Herkunft zeigen.</translation>
    </message>
    <message>
        <source>Open Log File…</source>
        <translation>Log-Datei öffnen…</translation>
    </message>
    <message>
        <source>No line in this file</source>
        <translation>Keine Zeile in dieser Datei</translation>
    </message>
    <message>
        <source>Open another file, or go back to the run&apos;s log.</source>
        <translation>Eine andere Datei öffnen oder zum Log des Laufs zurückkehren.</translation>
    </message>
    <message>
        <source>&amp;Copy	Ctrl+C</source>
        <translation>&amp;Kopieren	Strg+C</translation>
    </message>
    <message>
        <source>&amp;Only Lines With %1 = %2</source>
        <translation>&amp;Nur Zeilen mit %1 = %2</translation>
    </message>
    <message>
        <source>&amp;Without Lines With %1 = %2</source>
        <translation>&amp;Ohne Zeilen mit %1 = %2</translation>
    </message>
    <message>
        <source>&amp;Find…	Ctrl+F</source>
        <translation>S&amp;uchen…	Strg+F</translation>
    </message>
    <message>
        <source>C&amp;hoose Columns…</source>
        <translation>Spalten &amp;wählen…</translation>
    </message>
    <message>
        <source>&amp;Filter by %1…</source>
        <translation>Nach %1 &amp;filtern…</translation>
    </message>
    <message>
        <source>&amp;Hide %1</source>
        <translation>%1 &amp;ausblenden</translation>
    </message>
</context>
<context>
    <name>coldframe::LogTimeFormat</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>coldframe::LogToolBar</name>
    <message>
        <source>Filter lines</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>Least level</source>
        <translation>Niedrigste Stufe</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>Debug and above</source>
        <translation>Debug und höher</translation>
    </message>
    <message>
        <source>Info and above</source>
        <translation>Info und höher</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Lines that state no level are shown with all levels only</source>
        <translation>Zeilen ohne Stufe erscheinen nur bei „Alle Stufen“</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 earlier lines are no longer kept</source>
        <translation>%1 frühere Zeilen werden nicht mehr aufbewahrt</translation>
    </message>
    <message>
        <source> (%1 earlier dropped)</source>
        <translation> (%1 frühere entfernt)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Show JSON lines as a table with columns of your choice</source>
        <translation>JSON-Zeilen als Tabelle mit Spalten nach Wahl zeigen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Hold new lines back while you read</source>
        <translation>Neue Zeilen beim Lesen zurückhalten</translation>
    </message>
    <message>
        <source>Scroll to new lines as they arrive (End)</source>
        <translation>Zu neuen Zeilen scrollen, wenn sie eintreffen (Ende)</translation>
    </message>
    <message>
        <source>Filter: words, level&gt;=warn, member:value</source>
        <translation>Filter: Wörter, level&gt;=warn, Feld:Wert</translation>
    </message>
    <message>
        <source>Trace and above</source>
        <translation>Trace und höher</translation>
    </message>
    <message>
        <source>Fatal errors</source>
        <translation>Fatale Fehler</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Who wrote a line</source>
        <translation>Wer eine Zeile geschrieben hat</translation>
    </message>
    <message>
        <source>All origins</source>
        <translation>Jede Herkunft</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Extensions</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>&amp;Open Log File…</source>
        <translation>Log-Datei &amp;öffnen…</translation>
    </message>
    <message>
        <source>&amp;Save Shown Lines As…</source>
        <translation>Gezeigte Zeilen &amp;speichern unter…</translation>
    </message>
    <message>
        <source>&amp;Copy Shown Lines</source>
        <translation>Gezeigte Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Find…	Ctrl+F</source>
        <translation>S&amp;uchen…	Strg+F</translation>
    </message>
    <message>
        <source>C&amp;hoose Columns…</source>
        <translation>Spalten &amp;wählen…</translation>
    </message>
    <message>
        <source>Show Clock &amp;Time</source>
        <translation>Uhr&amp;zeit zeigen</translation>
    </message>
    <message>
        <source>Show &amp;Whole Line Below</source>
        <translation>&amp;Ganze Zeile unten zeigen</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>Filtering %1…</source>
        <translation>%1 wird gefiltert…</translation>
    </message>
    <message>
        <source>, %1 waiting</source>
        <translation>, %1 wartend</translation>
    </message>
</context>
<context>
    <name>coldframe::LogView</name>
    <message>
        <source>Log lines</source>
        <translation>Log-Zeilen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>coldframe::LogWords</name>
    <message>
        <source>This quote is never closed. Add &quot; at the end.</source>
        <translation>Dieses Anführungszeichen wird nie geschlossen. Am Ende &quot; ergänzen.</translation>
    </message>
    <message>
        <source>This parenthesis is never closed. Add ) at the end, or put it in quotes to find it.</source>
        <translation>Diese Klammer wird nie geschlossen. Am Ende ) ergänzen, oder sie in Anführungszeichen setzen, um sie zu finden.</translation>
    </message>
    <message>
        <source>Something is missing before ). Put it in quotes to find it.</source>
        <translation>Vor ) fehlt etwas. Die Klammer in Anführungszeichen setzen, um sie zu finden.</translation>
    </message>
    <message>
        <source>“%1” has nothing to work on. Add a word, or put it in quotes to find it.</source>
        <translation>„%1“ hat nichts, worauf es wirkt. Ein Wort ergänzen, oder es in Anführungszeichen setzen, um es zu finden.</translation>
    </message>
    <message>
        <source>A value is missing after %1 Put it in quotes to find the text itself.</source>
        <translation>Es fehlt ein Wert nach %1 In Anführungszeichen setzen, um den Text selbst zu finden.</translation>
    </message>
    <message>
        <source>%1 is no number. Text can be asked for by : (contains), = (is) and ~ (regular expression).</source>
        <translation>%1 ist keine Zahl. Nach Text lässt sich mit : (enthält), = (ist) und ~ (regulärer Ausdruck) fragen.</translation>
    </message>
    <message>
        <source>%1 is no level. There are trace, debug, info, warn, error and fatal.</source>
        <translation>%1 ist keine Stufe. Es gibt trace, debug, info, warn, error und fatal.</translation>
    </message>
    <message>
        <source>%1 is no origin. There are function, extension and platform.</source>
        <translation>%1 ist keine Herkunft. Es gibt function, extension und platform.</translation>
    </message>
    <message>
        <source>Not a regular expression: %1.</source>
        <translation>Kein regulärer Ausdruck: %1.</translation>
    </message>
    <message>
        <source>The query is too long.</source>
        <translation>Die Abfrage ist zu lang.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>Request-ID</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>At character %1: %2 All lines are shown.</source>
        <translation>Bei Zeichen %1: %2 Alle Zeilen werden gezeigt.</translation>
    </message>
    <message>
        <source>both words, in any order</source>
        <translation>beide Wörter, in beliebiger Reihenfolge</translation>
    </message>
    <message>
        <source>exactly this text</source>
        <translation>genau dieser Text</translation>
    </message>
    <message>
        <source>lines without this word</source>
        <translation>Zeilen ohne dieses Wort</translation>
    </message>
    <message>
        <source>warnings and worse</source>
        <translation>Warnungen und Schlimmeres</translation>
    </message>
    <message>
        <source>function, extension or platform</source>
        <translation>function, extension oder platform</translation>
    </message>
    <message>
        <source>the JSON member “path” contains this</source>
        <translation>das JSON-Feld „path“ enthält dies</translation>
    </message>
    <message>
        <source>a member inside another, with this value</source>
        <translation>ein Feld in einem anderen, mit diesem Wert</translation>
    </message>
    <message>
        <source>a member that is a number; also &amp;gt;=, &amp;lt;, &amp;lt;=, !=</source>
        <translation>ein Feld, das eine Zahl ist; auch &amp;gt;=, &amp;lt;, &amp;lt;=, !=</translation>
    </message>
    <message>
        <source>a member by regular expression; ~E[0-9]+ for the line</source>
        <translation>ein Feld mit regulärem Ausdruck; ~E[0-9]+ für die Zeile</translation>
    </message>
    <message>
        <source>and, or, not and parentheses</source>
        <translation>and, or, not und Klammern</translation>
    </message>
</context>
<context>
    <name>coldframe::NotesList</name>
    <message>
        <source>1 note about this folder</source>
        <translation>1 Hinweis zu diesem Ordner</translation>
    </message>
    <message>
        <source>%1 notes about this folder</source>
        <translation>%1 Hinweise zu diesem Ordner</translation>
    </message>
</context>
<context>
    <name>coldframe::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>coldframe::ParameterField</name>
    <message>
        <source>Reset to the default</source>
        <translation>Auf den Standardwert zurücksetzen</translation>
    </message>
    <message>
        <source>Reset %1 to the default</source>
        <translation>%1 auf den Standardwert zurücksetzen</translation>
    </message>
    <message>
        <source>Not accepted here. Enter %1.</source>
        <translation>Hier nicht zulässig. Erwartet: %1.</translation>
    </message>
</context>
<context>
    <name>coldframe::ParameterForm</name>
    <message>
        <source>1 more field</source>
        <translation>1 weiteres Feld</translation>
    </message>
    <message numerus="yes">
        <source>%n more fields</source>
        <translation>
            <numerusform>%n weiteres Feld</numerusform>
            <numerusform>%n weitere Felder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coldframe::PasteDialog</name>
    <message>
        <source>Paste as Event</source>
        <translation>Als Event einfügen</translation>
    </message>
    <message>
        <source>A curl command, console output, a log line, or an object of JavaScript or Python</source>
        <translation>Ein curl-Befehl, eine Konsolenausgabe, eine Log-Zeile oder ein Objekt von JavaScript oder Python</translation>
    </message>
    <message>
        <source>Copied text</source>
        <translation>Kopierter Text</translation>
    </message>
    <message>
        <source>The request &amp;arrives through</source>
        <translation>Die An&amp;frage kommt über</translation>
    </message>
    <message>
        <source>The event</source>
        <translation>Das Event</translation>
    </message>
    <message>
        <source>Replace the Event</source>
        <translation>Event ersetzen</translation>
    </message>
    <message>
        <source>&amp;Copied text:</source>
        <translation>&amp;Kopierter Text:</translation>
    </message>
    <message>
        <source>&amp;Event:</source>
        <translation>&amp;Event:</translation>
    </message>
</context>
<context>
    <name>coldframe::PricesView</name>
    <message>
        <source>&amp;Save as Own Prices</source>
        <translation>Als eigene Preise &amp;speichern</translation>
    </message>
    <message>
        <source>Re&amp;vert</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>Reset to &amp;Coldframe&apos;s Prices…</source>
        <translation>Auf die Preise von &amp;Coldframe zurücksetzen…</translation>
    </message>
    <message>
        <source>Take back what was changed since the last time prices were saved</source>
        <translation>Zurücknehmen, was seit dem letzten Speichern der Preise geändert wurde</translation>
    </message>
    <message>
        <source>Price book as JSON</source>
        <translation>Preisliste als JSON</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No price book yet: %1 is missing, misspelt or has the wrong form.</source>
        <translation>Noch keine Preisliste: %1 fehlt, ist falsch geschrieben oder hat die falsche Form.</translation>
    </message>
    <message>
        <source>Changed. Saved prices count for this and all other workspaces.</source>
        <translation>Geändert. Gespeicherte Preise gelten für diesen und alle anderen Arbeitsbereiche.</translation>
    </message>
    <message>
        <source>These prices are your own.</source>
        <translation>Diese Preise sind die eigenen.</translation>
    </message>
    <message>
        <source>Change a price, its date and its source to make them your own.</source>
        <translation>Einen Preis, sein Datum und seine Quelle ändern, um eigene Preise daraus zu machen.</translation>
    </message>
    <message>
        <source>Reset Prices</source>
        <translation>Preise zurücksetzen</translation>
    </message>
    <message>
        <source>Remove your own prices and use Coldframe&apos;s again?</source>
        <translation>Die eigenen Preise entfernen und wieder die von Coldframe verwenden?</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
</context>
<context>
    <name>coldframe::ProbePanel</name>
    <message>
        <source>Runs eac&amp;h:</source>
        <translation>Läufe &amp;je Art:</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Copy Report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Statelessness</source>
        <translation>Zustandslosigkeit</translation>
    </message>
    <message>
        <source>Duplicate delivery</source>
        <translation>Doppelte Zustellung</translation>
    </message>
    <message>
        <source>Whether results depend on earlier invocations in the same environment</source>
        <translation>Ob Ergebnisse von früheren Aufrufen in derselben Umgebung abhängen</translation>
    </message>
    <message>
        <source>What happens when Lambda delivers an event twice, as it may do with any</source>
        <translation>Was geschieht, wenn Lambda ein Event zweimal zustellt, wie es das mit jedem tun kann</translation>
    </message>
    <message>
        <source>Warm runs, and as many cold ones</source>
        <translation>Warme Läufe, und ebenso viele kalte</translation>
    </message>
    <message>
        <source>Probe the function with the event (F9)</source>
        <translation>Die Funktion mit dem Event auf die Probe stellen (F9)</translation>
    </message>
    <message>
        <source>Stop the probe (Shift+F9)</source>
        <translation>Die Probe stoppen (Umschalt+F9)</translation>
    </message>
    <message>
        <source>Copy the report as text</source>
        <translation>Den Bericht als Text kopieren</translation>
    </message>
    <message>
        <source>Runs that are done</source>
        <translation>Erledigte Läufe</translation>
    </message>
    <message>
        <source>Probing %1</source>
        <translation>Probe von %1</translation>
    </message>
    <message>
        <source>Probing %1 with %2</source>
        <translation>Probe von %1 mit %2</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Wird verglichen</translation>
    </message>
    <message>
        <source>Warm run %1 of %2</source>
        <translation>Warmer Lauf %1 von %2</translation>
    </message>
    <message>
        <source>Cold run %1 of %2</source>
        <translation>Kalter Lauf %1 von %2</translation>
    </message>
    <message>
        <source>The probe was stopped</source>
        <translation>Die Probe wurde gestoppt</translation>
    </message>
    <message>
        <source>There is nothing to tell without all of its runs.</source>
        <translation>Ohne alle ihre Läufe gibt es nichts zu sagen.</translation>
    </message>
    <message>
        <source>The probe could not run</source>
        <translation>Die Probe konnte nicht laufen</translation>
    </message>
    <message>
        <source>What does one event leave to the next?</source>
        <translation>Was hinterlässt ein Event dem nächsten?</translation>
    </message>
    <message>
        <source>A probe runs the event several times in one environment and as often in new ones, then compares responses, variables and /tmp. Lambda reuses environments as it likes, so no result should depend on what earlier events left behind.</source>
        <translation>Eine Probe führt das Event mehrmals in einer Umgebung und ebenso oft in neuen aus und vergleicht dann Antworten, Variablen und /tmp. Lambda verwendet Umgebungen wieder, wie es will; kein Ergebnis sollte also davon abhängen, was frühere Events hinterlassen haben.</translation>
    </message>
    <message>
        <source>One event twice with the same request ID, then once in a new environment</source>
        <translation>Ein Event zweimal mit derselben Request-ID, dann einmal in einer neuen Umgebung</translation>
    </message>
    <message>
        <source>%1 in one environment, then %1 in new ones</source>
        <translation>%1 in einer Umgebung, dann %1 in neuen</translation>
    </message>
    <message>
        <source>Start Probe</source>
        <translation>Probe starten</translation>
    </message>
</context>
<context>
    <name>coldframe::ProbeReportView</name>
    <message>
        <source>Select a finding to see its values</source>
        <translation>Einen Befund auswählen, um seine Werte zu sehen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Open %1 in the editor</source>
        <translation>%1 im Editor öffnen</translation>
    </message>
</context>
<context>
    <name>coldframe::ProblemList</name>
    <message>
        <source>Fix</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Problems of the event</source>
        <translation>Probleme des Events</translation>
    </message>
    <message>
        <source>Go to the Place</source>
        <translation>Zur Stelle gehen</translation>
    </message>
</context>
<context>
    <name>coldframe::ProblemModel</name>
    <message>
        <source>Fix: %1</source>
        <translation>Beheben: %1</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>coldframe::QueueDetail</name>
    <message>
        <source>Attempts before this window was open are not listed.</source>
        <translation>Versuche, bevor dieses Fenster offen war, sind nicht aufgelistet.</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Destination record</source>
        <translation>Datensatz für das Ziel</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Attempts of the event</source>
        <translation>Versuche des Events</translation>
    </message>
    <message>
        <source>The record is made when the event comes to its end: after a success, or when Lambda gives it up.</source>
        <translation>Der Datensatz entsteht, wenn das Event an sein Ende kommt: nach einem Erfolg, oder wenn Lambda es aufgibt.</translation>
    </message>
    <message>
        <source>The record did not reach %1: %2.</source>
        <translation>Der Datensatz hat %1 nicht erreicht: %2.</translation>
    </message>
    <message>
        <source>Select an event of the queue.</source>
        <translation>Ein Event der Warteschlange auswählen.</translation>
    </message>
    <message>
        <source>Copy the record as it was delivered</source>
        <translation>Den Datensatz so kopieren, wie er zugestellt wurde</translation>
    </message>
    <message>
        <source>Copy the event</source>
        <translation>Das Event kopieren</translation>
    </message>
</context>
<context>
    <name>coldframe::QueuePanel</name>
    <message>
        <source>No asynchronous events</source>
        <translation>Keine asynchronen Events</translation>
    </message>
    <message>
        <source>An event that is sent asynchronously waits in a queue as on Lambda: a failing function gets it again after one and after two more minutes, then its record goes to a destination. Nobody has to wait for that, as the queue&apos;s time can be skipped.</source>
        <translation>Ein asynchron gesendetes Event wartet wie auf Lambda in einer Warteschlange: Eine scheiternde Funktion bekommt es nach einer und nach zwei weiteren Minuten erneut, dann geht sein Datensatz an ein Ziel. Darauf muss niemand warten, denn die Zeit der Warteschlange lässt sich überspringen.</translation>
    </message>
    <message>
        <source>Send Asynchronously</source>
        <translation>Asynchron senden</translation>
    </message>
    <message>
        <source>Skip to Next Attempt</source>
        <translation>Zum nächsten Versuch springen</translation>
    </message>
    <message>
        <source>Fast-Forward</source>
        <translation>Vorspulen</translation>
    </message>
    <message>
        <source>Deliver Again</source>
        <translation>Erneut zustellen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Copy Request ID</source>
        <translation>Request-ID kopieren</translation>
    </message>
    <message>
        <source>Let virtual time pass until the next attempt is due</source>
        <translation>Virtuelle Zeit vergehen lassen, bis der nächste Versuch fällig ist</translation>
    </message>
    <message>
        <source>Skip every wait as soon as nothing runs</source>
        <translation>Jedes Warten überspringen, sobald nichts läuft</translation>
    </message>
    <message>
        <source>Run the selected event once more with the same request ID. Lambda may deliver any event twice: the function must bear it.</source>
        <translation>Das ausgewählte Event noch einmal mit derselben Request-ID ausführen. Lambda kann jedes Event zweimal zustellen: Die Funktion muss das vertragen.</translation>
    </message>
    <message>
        <source>Asynchronous events</source>
        <translation>Asynchrone Events</translation>
    </message>
    <message>
        <source>Put the event into the queue of its function</source>
        <translation>Das Event in die Warteschlange seiner Funktion stellen</translation>
    </message>
    <message>
        <source>Put the event into the queue for %1</source>
        <translation>Das Event in die Warteschlange für %1 stellen</translation>
    </message>
    <message>
        <source>How asynchronous events are dealt with</source>
        <translation>Wie mit asynchronen Events verfahren wird</translation>
    </message>
    <message>
        <source>How asynchronous events of %1 are dealt with: %2</source>
        <translation>Wie mit asynchronen Events von %1 verfahren wird: %2</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 in Ausführung</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>next attempt in %1</source>
        <translation>nächster Versuch in %1</translation>
    </message>
    <message>
        <source>kept in memory</source>
        <translation>nur im Speicher</translation>
    </message>
    <message>
        <source>The events are gone when Coldframe ends.</source>
        <translation>Die Events sind weg, wenn Coldframe endet.</translation>
    </message>
    <message>
        <source>The events are kept in %1.</source>
        <translation>Die Events werden in %1 aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>coldframe::QueueSettingsDialog</name>
    <message>
        <source>On success</source>
        <translation>Bei Erfolg</translation>
    </message>
    <message>
        <source>On failure</source>
        <translation>Bei Fehlschlag</translation>
    </message>
    <message>
        <source>Dead-letter queue</source>
        <translation>Dead-Letter-Queue</translation>
    </message>
    <message>
        <source>Asynchronous Events of %1</source>
        <translation>Asynchrone Events von %1</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>after function errors, 1 and 2 minutes later</source>
        <translation>nach Funktionsfehlern, 1 und 2 Minuten später</translation>
    </message>
    <message>
        <source>&amp;Retries:</source>
        <translation>&amp;Wiederholungen:</translation>
    </message>
    <message>
        <source>Maximum &amp;age:</source>
        <translation>Höchsta&amp;lter:</translation>
    </message>
    <message>
        <source>On &amp;success:</source>
        <translation>Bei &amp;Erfolg:</translation>
    </message>
    <message>
        <source>On &amp;failure:</source>
        <translation>Bei &amp;Fehlschlag:</translation>
    </message>
    <message>
        <source>&amp;Dead-letter queue:</source>
        <translation>&amp;Dead-Letter-Queue:</translation>
    </message>
    <message>
        <source>Destinations get the record, the dead-letter queue the event itself. Changes count from the next step of each event on, and last until Coldframe is closed or another folder is opened.</source>
        <translation>Ziele bekommen den Datensatz, die Dead-Letter-Queue das Event selbst. Änderungen gelten ab dem nächsten Schritt jedes Events, und bis Coldframe geschlossen oder ein anderer Ordner geöffnet wird.</translation>
    </message>
</context>
<context>
    <name>coldframe::RecordView</name>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Form of the response</source>
        <translation>Form der Antwort</translation>
    </message>
    <message>
        <source>Copy the response</source>
        <translation>Die Antwort kopieren</translation>
    </message>
    <message>
        <source>Save the response to a file</source>
        <translation>Die Antwort in einer Datei speichern</translation>
    </message>
    <message>
        <source>The statusCode of the response</source>
        <translation>Der statusCode der Antwort</translation>
    </message>
    <message>
        <source>Formatted</source>
        <translation>Formatiert</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>Only a part of this response is shown here. Copy and Save take all of it.</source>
        <translation>Hier ist nur ein Teil der Antwort zu sehen. Kopieren und Speichern nehmen sie ganz.</translation>
    </message>
    <message>
        <source>Save Response</source>
        <translation>Antwort speichern</translation>
    </message>
    <message>
        <source>%1 were streamed; only the first %2 are kept, here as for Copy and Save.</source>
        <translation>%1 wurden gestreamt; nur die ersten %2 sind aufgehoben, hier wie beim Kopieren und Speichern.</translation>
    </message>
</context>
<context>
    <name>coldframe::ReportController</name>
    <message>
        <source>Save Report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
</context>
<context>
    <name>coldframe::ReportLinesDialog</name>
    <message>
        <source>Import REPORT Lines</source>
        <translation>REPORT-Zeilen importieren</translation>
    </message>
    <message>
        <source>Paste REPORT lines of this function and event from Amazon CloudWatch Logs, of any memory sizes. Their durations tell how fast Lambda&apos;s processors are for this function. Other lines are passed over.</source>
        <translation>REPORT-Zeilen dieser Funktion und dieses Events aus Amazon CloudWatch Logs einfügen, mit beliebigen Speichergrößen. Ihre Dauer zeigt, wie schnell die Prozessoren von Lambda für diese Funktion sind. Andere Zeilen werden übergangen.</translation>
    </message>
    <message>
        <source>REPORT lines</source>
        <translation>REPORT-Zeilen</translation>
    </message>
    <message>
        <source>Open File…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>Kalibrieren</translation>
    </message>
    <message>
        <source>REPORT Lines</source>
        <translation>REPORT-Zeilen</translation>
    </message>
</context>
<context>
    <name>coldframe::ResponsePanel</name>
    <message>
        <source>No response yet</source>
        <translation>Noch keine Antwort</translation>
    </message>
    <message>
        <source>Press Run (Ctrl+Enter) to send the event to the function.</source>
        <translation>Ausführen (Strg+Eingabe) sendet das Event an die Funktion.</translation>
    </message>
    <message>
        <source>The function was not run</source>
        <translation>Die Funktion wurde nicht ausgeführt</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run Again</source>
        <translation>Erneut ausführen</translation>
    </message>
</context>
<context>
    <name>coldframe::ResultController</name>
    <message>
        <source>asynchronous, duplicate %1</source>
        <translation>asynchron, Duplikat %1</translation>
    </message>
    <message>
        <source>asynchronous, run %1</source>
        <translation>asynchron, Lauf %1</translation>
    </message>
</context>
<context>
    <name>coldframe::RunBar</name>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>No function</source>
        <translation>Keine Funktion</translation>
    </message>
    <message>
        <source>Choose another event</source>
        <translation>Ein anderes Event wählen</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Ohne Namen</translation>
    </message>
</context>
<context>
    <name>coldframe::RunCostView</name>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
    <message>
        <source>Run the function to see what it would cost (Ctrl+Enter)</source>
        <translation>Die Funktion ausführen, um ihre Kosten zu sehen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>No price for %1 on %2</source>
        <translation>Kein Preis für %1 auf %2</translation>
    </message>
    <message>
        <source>The price book of %1 has prices for these regions:
%2</source>
        <translation>Die Preisliste vom %1 hat Preise für diese Regionen:
%2</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>This call</source>
        <translation>Dieser Aufruf</translation>
    </message>
    <message>
        <source>1 million like it</source>
        <translation>1 Million davon</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
</context>
<context>
    <name>coldframe::RunListPanel</name>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>Press Run (Ctrl+Enter): every run of this session is listed here.</source>
        <translation>Ausführen (Strg+Eingabe): Jeder Lauf dieser Sitzung wird hier aufgelistet.</translation>
    </message>
    <message>
        <source>Run Again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Copy Request ID</source>
        <translation>Request-ID kopieren</translation>
    </message>
    <message>
        <source>Clear List</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Runs of this session</source>
        <translation>Läufe dieser Sitzung</translation>
    </message>
    <message>
        <source>Send the same event to the function again (Enter)</source>
        <translation>Dasselbe Event erneut an die Funktion senden (Eingabe)</translation>
    </message>
    <message>
        <source>Stop the selected run</source>
        <translation>Den ausgewählten Lauf stoppen</translation>
    </message>
    <message>
        <source>Remove the finished runs from this list</source>
        <translation>Beendete Läufe aus dieser Liste entfernen</translation>
    </message>
</context>
<context>
    <name>coldframe::RunModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Init</source>
        <translation>Init</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Billed</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Memory Used</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Cold</source>
        <translation>Kalt</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>Warm</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>coldframe::RunOptions</name>
    <message>
        <source>Run options</source>
        <translation>Optionen des Laufs</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Log of this function</source>
        <translation>Log dieser Funktion</translation>
    </message>
    <message>
        <source>Log &amp;format</source>
        <translation>Log-&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Application level</source>
        <translation>&amp;Anwendungsstufe</translation>
    </message>
    <message>
        <source>&amp;System level</source>
        <translation>&amp;Systemstufe</translation>
    </message>
    <message>
        <source>LoggingConfig.LogFormat: plain lines, or one JSON object a line</source>
        <translation>LoggingConfig.LogFormat: einfache Zeilen oder ein JSON-Objekt pro Zeile</translation>
    </message>
    <message>
        <source>What the function logs below this level is left out. Lambda applies levels to JSON only.</source>
        <translation>Was die Funktion unter dieser Stufe loggt, wird weggelassen. Lambda wendet Stufen nur bei JSON an.</translation>
    </message>
    <message>
        <source>Lines of the platform below this level are left out. Lambda applies levels to JSON only.</source>
        <translation>Zeilen der Plattform unter dieser Stufe werden weggelassen. Lambda wendet Stufen nur bei JSON an.</translation>
    </message>
    <message>
        <source>Every run</source>
        <translation>Jeder Lauf</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Options (%1)</source>
        <translation>Optionen (%1)</translation>
    </message>
    <message>
        <source>&amp;CPU share as on Lambda</source>
        <translation>&amp;CPU-Anteil wie auf Lambda</translation>
    </message>
    <message>
        <source>&amp;Bandwidth limit of streamed responses</source>
        <translation>&amp;Bandbreite gestreamter Antworten begrenzen</translation>
    </message>
    <message>
        <source>&amp;Pass my AWS credentials</source>
        <translation>Meine AWS-&amp;Zugangsdaten durchreichen</translation>
    </message>
    <message>
        <source>Strea&amp;m the response</source>
        <translation>Antwort strea&amp;men</translation>
    </message>
    <message>
        <source>Lambda freezes the processes of an environment between invocations: work in the background stands still until the next event</source>
        <translation>Lambda friert die Prozesse einer Umgebung zwischen Aufrufen ein: Arbeit im Hintergrund steht still bis zum nächsten Event</translation>
    </message>
    <message>
        <source>Lambda gives CPU time in proportion to memory, one vCPU at 1,769 MB. Without this, small functions run faster here than there.</source>
        <translation>Lambda teilt CPU-Zeit im Verhältnis zum Speicher zu, eine vCPU bei 1.769 MB. Ohne dies laufen kleine Funktionen hier schneller als dort.</translation>
    </message>
    <message>
        <source>Lambda sends the first 6 MB of a streamed response at full speed and the rest at 2 MB per second</source>
        <translation>Lambda sendet die ersten 6 MB einer gestreamten Antwort mit voller Geschwindigkeit und den Rest mit 2 MB pro Sekunde</translation>
    </message>
    <message>
        <source>As InvokeWithResponseStream does: the response is shown while it arrives, up to 200 MB. Otherwise Lambda collects it, up to 6 MB.</source>
        <translation>Wie InvokeWithResponseStream: Die Antwort wird gezeigt, während sie eintrifft, bis 200 MB. Sonst sammelt Lambda sie, bis 6 MB.</translation>
    </message>
    <message>
        <source>The function then acts in your account, with your rights: what it writes or deletes there is real. Otherwise its keys open nothing.</source>
        <translation>Die Funktion handelt dann im eigenen Konto, mit den eigenen Rechten: Was sie dort schreibt oder löscht, ist echt. Sonst öffnen ihre Schlüssel nichts.</translation>
    </message>
    <message>
        <source>Meas&amp;ure imports and connections</source>
        <translation>Importe und &amp;Verbindungen messen</translation>
    </message>
    <message>
        <source>The timeline then has each import of a cold start, the handler&apos;s own time, the connections it opens and the spans that it names. It costs less than 5 % of a cold start.</source>
        <translation>Die Zeitachse zeigt dann jeden Import eines Cold Starts, die eigene Zeit des Handlers, die Verbindungen, die er öffnet, und die Spans, die er benennt. Das kostet weniger als 5 % eines Cold Starts.</translation>
    </message>
</context>
<context>
    <name>coldframe::RunTable</name>
    <message>
        <source>Values of the selected finding, run by run</source>
        <translation>Werte des ausgewählten Befunds, Lauf für Lauf</translation>
    </message>
</context>
<context>
    <name>coldframe::RunningView</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Elapsed part of the timeout</source>
        <translation>Vergangener Teil des Timeouts</translation>
    </message>
    <message>
        <source>Running %1</source>
        <translation>%1 läuft</translation>
    </message>
    <message>
        <source>%1 with the start; timeout %2</source>
        <translation>%1 mit Start; Timeout %2</translation>
    </message>
    <message>
        <source>Response so far</source>
        <translation>Antwort bisher</translation>
    </message>
    <message>
        <source>%1 of the response so far; the beginning is shown</source>
        <translation>Bisher %1 der Antwort; gezeigt wird der Anfang</translation>
    </message>
    <message>
        <source>%1 of the response so far</source>
        <translation>Bisher %1 der Antwort</translation>
    </message>
</context>
<context>
    <name>coldframe::SaveFixtureDialog</name>
    <message>
        <source>Expect this &amp;response (golden)</source>
        <translation>Diese &amp;Antwort erwarten (Referenz)</translation>
    </message>
    <message>
        <source>Leave out &amp;ids and times of the response</source>
        <translation>&amp;IDs und Zeiten der Antwort weglassen</translation>
    </message>
    <message>
        <source>Replace &amp;secrets</source>
        <translation>&amp;Geheimnisse ersetzen</translation>
    </message>
    <message>
        <source>Save as Fixture</source>
        <translation>Als Fixture speichern</translation>
    </message>
    <message>
        <source>smoke, slow</source>
        <translation>smoke, slow</translation>
    </message>
    <message>
        <source>The fixture passes when %1 succeeds with this event.</source>
        <translation>Die Fixture besteht, wenn %1 mit diesem Event erfolgreich ist.</translation>
    </message>
    <message>
        <source>The fixture passes when %1 fails with this event as it did: %2.</source>
        <translation>Die Fixture besteht, wenn %1 mit diesem Event so scheitert wie eben: %2.</translation>
    </message>
    <message>
        <source>The event has nothing that looks like a secret.</source>
        <translation>Im Event sieht nichts wie ein Geheimnis aus.</translation>
    </message>
    <message>
        <source>Looks like a secret: %1</source>
        <translation>Sieht wie ein Geheimnis aus: %1</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Description:</source>
        <translation>&amp;Beschreibung:</translation>
    </message>
    <message>
        <source>&amp;Tags:</source>
        <translation>&amp;Tags:</translation>
    </message>
</context>
<context>
    <name>coldframe::SaveFlow</name>
    <message>
        <source>Save the changes to %1?</source>
        <translation>Die Änderungen an %1 speichern?</translation>
    </message>
    <message numerus="yes">
        <source>Save the changes to %n files?</source>
        <translation>
            <numerusform>Die Änderungen an %n Datei speichern?</numerusform>
            <numerusform>Die Änderungen an %n Dateien speichern?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation>Sonst gehen sie verloren.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>Alle speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save File As</source>
        <translation>Datei speichern unter</translation>
    </message>
</context>
<context>
    <name>coldframe::ScintillaView</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>coldframe::ScopeList</name>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
</context>
<context>
    <name>coldframe::ScopeModel</name>
    <message>
        <source>All events</source>
        <translation>Alle Events</translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Saved events</source>
        <translation>Gespeicherte Events</translation>
    </message>
</context>
<context>
    <name>coldframe::ServedModel</name>
    <message>
        <source>%1 %2
Request ID %3</source>
        <translation>%1 %2
Request-ID %3</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>coldframe::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Bubblewrap where it works</source>
        <translation>Bubblewrap, wo es funktioniert</translation>
    </message>
    <message>
        <source>Bubblewrap</source>
        <translation>Bubblewrap</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Another language shows after a restart.</source>
        <translation>Eine andere Sprache erscheint nach einem Neustart.</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>&amp;Font size</source>
        <translation>Schrift&amp;größe</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>&amp;Isolation</source>
        <translation>&amp;Isolation</translation>
    </message>
    <message>
        <source>Without isolation a function sees the computer&apos;s whole file system, with the rights of your account.</source>
        <translation>Ohne Isolation sieht eine Funktion das ganze Dateisystem des Computers, mit den Rechten des eigenen Kontos.</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Region</translation>
    </message>
    <message>
        <source>Its prices apply, and functions see it as AWS_REGION.</source>
        <translation>Ihre Preise gelten, und Funktionen sehen sie als AWS_REGION.</translation>
    </message>
    <message>
        <source>Free&amp;ze between invocations</source>
        <translation>Zwischen Aufrufen &amp;einfrieren</translation>
    </message>
    <message>
        <source>&amp;Keep runs in the history</source>
        <translation>Läufe im Verlauf &amp;behalten</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>&amp;Size at most</source>
        <translation>&amp;Höchstgröße</translation>
    </message>
    <message>
        <source>In the folder .coldframe of each workspace, with events, responses and logs. The oldest runs go first.</source>
        <translation>Im Ordner .coldframe jedes Arbeitsbereichs, mit Events, Antworten und Logs. Die ältesten Läufe fallen zuerst weg.</translation>
    </message>
</context>
<context>
    <name>coldframe::StackTraceView</name>
    <message>
        <source>Stack trace</source>
        <translation>Stacktrace</translation>
    </message>
    <message>
        <source>Open %1 at line %2</source>
        <translation>%1 in Zeile %2 öffnen</translation>
    </message>
</context>
<context>
    <name>coldframe::TimelineController</name>
    <message>
        <source>The file was not saved.</source>
        <translation>Die Datei wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>The trace could not be opened.</source>
        <translation>Der Trace ließ sich nicht öffnen.</translation>
    </message>
</context>
<context>
    <name>coldframe::TimelineHeader</name>
    <message>
        <source>Waterfall</source>
        <translation>Wasserfall</translation>
    </message>
    <message>
        <source>Flame Graph</source>
        <translation>Flame Graph</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Show Last Run</source>
        <translation>Letzten Lauf zeigen</translation>
    </message>
    <message>
        <source>Show last run</source>
        <translation>Letzten Lauf zeigen</translation>
    </message>
    <message>
        <source>Leave the trace from the file</source>
        <translation>Den Trace aus der Datei verlassen</translation>
    </message>
    <message>
        <source>Left Heavy</source>
        <translation>Left Heavy</translation>
    </message>
    <message>
        <source>Left heavy</source>
        <translation>Left Heavy</translation>
    </message>
    <message>
        <source>Merge equal stacks, the longest one at the left (H)</source>
        <translation>Gleiche Stacks zusammenfassen, den längsten links (H)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find a module, file or connection (Ctrl+F)</source>
        <translation>Modul, Datei oder Verbindung suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Verkleinern (-)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom in (+), or Ctrl and the wheel at the pointer</source>
        <translation>Vergrößern (+), oder Strg und Mausrad am Zeiger</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show everything (Home or 0)</source>
        <translation>Alles zeigen (Pos1 oder 0)</translation>
    </message>
    <message>
        <source>Save and open</source>
        <translation>Speichern und öffnen</translation>
    </message>
    <message>
        <source>Save this timeline, or open a trace</source>
        <translation>Diese Zeitachse speichern oder einen Trace öffnen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Open Trace…</source>
        <translation>Trace öffnen…</translation>
    </message>
    <message>
        <source>Close Trace</source>
        <translation>Trace schließen</translation>
    </message>
</context>
<context>
    <name>coldframe::TimelineLegend</name>
    <message>
        <source>Colours of the timeline</source>
        <translation>Farben der Zeitachse</translation>
    </message>
    <message>
        <source>Phases:</source>
        <translation>Phasen:</translation>
    </message>
    <message>
        <source>Imports:</source>
        <translation>Importe:</translation>
    </message>
    <message>
        <source>An extension at work</source>
        <translation>Eine Extension bei der Arbeit</translation>
    </message>
    <message>
        <source>Inside the handler:</source>
        <translation>Im Handler:</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Own span</source>
        <translation>Eigener Span</translation>
    </message>
</context>
<context>
    <name>coldframe::TimelinePanel</name>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
    <message>
        <source>Run the function to see where the time goes (Ctrl+Enter)</source>
        <translation>Die Funktion ausführen, um zu sehen, wo die Zeit bleibt (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Point at a bar or move between bars with the arrow keys to see its figures.</source>
        <translation>Auf einen Balken zeigen oder mit den Pfeiltasten zu ihm gehen, um seine Werte zu sehen.</translation>
    </message>
    <message>
        <source>The trace has no spans.</source>
        <translation>Der Trace hat keine Spans.</translation>
    </message>
    <message>
        <source>%1, read from a file</source>
        <translation>%1, aus einer Datei gelesen</translation>
    </message>
    <message>
        <source>The figures are those of the file; Coldframe did not measure them.</source>
        <translation>Die Werte sind die der Datei; Coldframe hat sie nicht gemessen.</translation>
    </message>
    <message>
        <source>Open Trace…</source>
        <translation>Trace öffnen…</translation>
    </message>
    <message>
        <source>Choose an import to see its figures; Space tells what it would save when lazy.</source>
        <translation>Einen Import wählen, um seine Werte zu sehen; die Leertaste zeigt, was er sparen würde, wenn er lazy wäre.</translation>
    </message>
    <message>
        <source>Show This Run</source>
        <translation>Diesen Lauf zeigen</translation>
    </message>
    <message>
        <source>Open File</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>What If Lazy</source>
        <translation>Was wäre, wenn lazy</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln gefunden</numerusform>
            <numerusform>%Ln gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>coldframe::TimelineWidget</name>
    <message>
        <source>Phases</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Timeline of the invocation</source>
        <translation>Zeitachse des Aufrufs</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>Handler</translation>
    </message>
</context>
<context>
    <name>coldframe::TrendChart</name>
    <message>
        <source>$ per million</source>
        <translation>$ pro Million</translation>
    </message>
    <message>
        <source>New commit</source>
        <translation>Neuer Commit</translation>
    </message>
    <message>
        <source>Median of the baseline</source>
        <translation>Median der Baseline</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>Warm</translation>
    </message>
    <message>
        <source>Cold</source>
        <translation>Kalt</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 von %2 Läufen</translation>
    </message>
</context>
<context>
    <name>coldframe::TrendView</name>
    <message>
        <source>Figure</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Select a run to see the trend of its function.</source>
        <translation>Einen Lauf auswählen, um den Trend seiner Funktion zu sehen.</translation>
    </message>
    <message>
        <source>To compare later runs, select at least %1 runs of this function and mark them as baseline.</source>
        <translation>Um spätere Läufe zu vergleichen, mindestens %1 Läufe dieser Funktion auswählen und als Baseline markieren.</translation>
    </message>
</context>
<context>
    <name>coldframe::TuningChart</name>
    <message>
        <source>Duration and cost by memory size; the table has the same figures</source>
        <translation>Dauer und Kosten nach Speichergröße; die Tabelle hat dieselben Werte</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>On Lambda</source>
        <translation>Auf Lambda</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Duration, ms</source>
        <translation>Dauer, ms</translation>
    </message>
    <message>
        <source>Cost of a million, $</source>
        <translation>Kosten einer Million, $</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Cheapest</source>
        <translation>Am günstigsten</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>Am schnellsten</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Fastest, balanced</source>
        <translation>Am schnellsten, ausgewogen</translation>
    </message>
    <message>
        <source>Too little memory</source>
        <translation>Zu wenig Speicher</translation>
    </message>
</context>
<context>
    <name>coldframe::TuningForm</name>
    <message>
        <source>Measure some sizes under their quota</source>
        <translation>Einige Größen unter ihrem Kontingent messen</translation>
    </message>
    <message>
        <source>Cold starts only</source>
        <translation>Nur Cold Starts</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Import REPORT Lines…</source>
        <translation>REPORT-Zeilen importieren…</translation>
    </message>
    <message>
        <source>Memory sizes in MB with commas between them, %1 to %2</source>
        <translation>Speichergrößen in MB, durch Kommas getrennt, %1 bis %2</translation>
    </message>
    <message>
        <source>Sizes are whole numbers from %1 to %2.</source>
        <translation>Größen sind ganze Zahlen von %1 bis %2.</translation>
    </message>
    <message>
        <source>Runs without a limit, and of each size that is measured</source>
        <translation>Läufe ohne Begrenzung, und ebenso viele jeder Größe, die gemessen wird</translation>
    </message>
    <message>
        <source>How much cost counts</source>
        <translation>Wie viel Kosten zählen</translation>
    </message>
    <message>
        <source>How much cost counts: 0 is the same as speed, 1 the same as cost</source>
        <translation>Wie viel Kosten zählen: 0 ist dasselbe wie Geschwindigkeit, 1 dasselbe wie Kosten</translation>
    </message>
    <message>
        <source>%1 GHz, assumed</source>
        <translation>%1 GHz, angenommen</translation>
    </message>
    <message>
        <source>As fast as this one</source>
        <translation>So schnell wie dieser</translation>
    </message>
    <message>
        <source>A factor</source>
        <translation>Ein Faktor</translation>
    </message>
    <message>
        <source>AWS does not tell how fast Lambda&apos;s processors are</source>
        <translation>AWS sagt nicht, wie schnell die Prozessoren von Lambda sind</translation>
    </message>
    <message>
        <source>Factor of CPU time</source>
        <translation>Faktor der CPU-Zeit</translation>
    </message>
    <message>
        <source>CPU time on Lambda as a multiple of CPU time here</source>
        <translation>CPU-Zeit auf Lambda als Vielfaches der CPU-Zeit hier</translation>
    </message>
    <message>
        <source>Up to %1 sizes; without it there are predictions only</source>
        <translation>Bis zu %1 Größen; ohne dies gibt es nur Vorhersagen</translation>
    </message>
    <message>
        <source>Sizes:</source>
        <translation>Größen:</translation>
    </message>
    <message>
        <source>Runs:</source>
        <translation>Läufe:</translation>
    </message>
    <message>
        <source>Best in:</source>
        <translation>Am besten bei:</translation>
    </message>
    <message>
        <source>Lambda&apos;s CPU:</source>
        <translation>CPU von Lambda:</translation>
    </message>
    <message>
        <source>Tune the function with the event (Ctrl+F9)</source>
        <translation>Die Funktion mit dem Event tunen (Strg+F9)</translation>
    </message>
    <message>
        <source>Stop the tuning (Ctrl+Shift+F9)</source>
        <translation>Das Tuning stoppen (Strg+Umschalt+F9)</translation>
    </message>
    <message>
        <source>Compare with real runs: REPORT lines of this function and event from Amazon CloudWatch Logs</source>
        <translation>Mit echten Läufen vergleichen: REPORT-Zeilen dieser Funktion und dieses Events aus Amazon CloudWatch Logs</translation>
    </message>
    <message>
        <source>By REPORT lines</source>
        <translation>Nach REPORT-Zeilen</translation>
    </message>
</context>
<context>
    <name>coldframe::TuningPanel</name>
    <message>
        <source>Which memory size is the best?</source>
        <translation>Welche Speichergröße ist die beste?</translation>
    </message>
    <message>
        <source>Lambda gives CPU time in proportion to memory, so more memory can be faster and even cheaper. A tuning runs the event here, predicts duration and cost at each size, and measures some of them under Lambda&apos;s CPU quota. Nothing is sent.</source>
        <translation>Lambda teilt CPU-Zeit im Verhältnis zum Speicher zu; mehr Speicher kann also schneller und sogar günstiger sein. Ein Tuning führt das Event hier aus, sagt Dauer und Kosten jeder Größe voraus und misst einige davon unter dem CPU-Kontingent von Lambda. Nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Runs that are done</source>
        <translation>Erledigte Läufe</translation>
    </message>
    <message>
        <source>No function is chosen.</source>
        <translation>Keine Funktion ist gewählt.</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>Start Tuning</source>
        <translation>Tuning starten</translation>
    </message>
    <message>
        <source>Tuning %1</source>
        <translation>Tuning von %1</translation>
    </message>
    <message>
        <source>Run %1 of %2</source>
        <translation>Lauf %1 von %2</translation>
    </message>
    <message>
        <source>%1, without a limit</source>
        <translation>%1, ohne Begrenzung</translation>
    </message>
    <message>
        <source>%1, under the quota of %2</source>
        <translation>%1, unter dem Kontingent von %2</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Wird berechnet</translation>
    </message>
    <message>
        <source>The function failed</source>
        <translation>Die Funktion ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The tuning was stopped</source>
        <translation>Das Tuning wurde gestoppt</translation>
    </message>
    <message>
        <source>There is nothing to tell without all of its runs.</source>
        <translation>Ohne alle seine Läufe gibt es nichts zu sagen.</translation>
    </message>
    <message>
        <source>The tuning could not run</source>
        <translation>Das Tuning konnte nicht laufen</translation>
    </message>
</context>
<context>
    <name>coldframe::TuningResultView</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Copy Report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>The table and how it came about, as text</source>
        <translation>Die Tabelle und wie sie zustande kam, als Text</translation>
    </message>
    <message>
        <source>Copy Link to the Viewer of AWS Lambda Power Tuning</source>
        <translation>Link zur Anzeige von AWS Lambda Power Tuning kopieren</translation>
    </message>
    <message>
        <source>All figures are behind the # of the link, which browsers keep to themselves. Opening it loads a page from the internet.</source>
        <translation>Alle Werte stehen hinter dem # des Links, und das behalten Browser für sich. Ihn zu öffnen lädt eine Seite aus dem Internet.</translation>
    </message>
    <message>
        <source>Save JSON…</source>
        <translation>JSON speichern…</translation>
    </message>
    <message>
        <source>In the form of AWS Lambda Power Tuning&apos;s output</source>
        <translation>In der Form der Ausgabe von AWS Lambda Power Tuning</translation>
    </message>
    <message>
        <source>Apply %1</source>
        <translation>%1 anwenden</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Give the function this memory size, as in the field above the editor; template.yaml stays as it is</source>
        <translation>Der Funktion diese Speichergröße geben, wie im Feld über dem Editor; template.yaml bleibt unverändert</translation>
    </message>
    <message>
        <source>Save Tuning</source>
        <translation>Tuning speichern</translation>
    </message>
    <message>
        <source>JSON of AWS Lambda Power Tuning (*.json);;Web pages (*.html)</source>
        <translation>JSON von AWS Lambda Power Tuning (*.json);;Webseiten (*.html)</translation>
    </message>
</context>
<context>
    <name>coldframe::TuningTable</name>
    <message>
        <source>Memory sizes</source>
        <translation>Speichergrößen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Off by</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>On Lambda</source>
        <translation>Auf Lambda</translation>
    </message>
    <message>
        <source>Per million</source>
        <translation>Pro Million</translation>
    </message>
    <message>
        <source>Memory size</source>
        <translation>Speichergröße</translation>
    </message>
    <message>
        <source>Computed from the runs without a limit, for this computer&apos;s processor</source>
        <translation>Aus den Läufen ohne Begrenzung berechnet, für den Prozessor dieses Computers</translation>
    </message>
    <message>
        <source>Under Lambda&apos;s CPU quota on this computer: mean, and its 95 % interval</source>
        <translation>Unter dem CPU-Kontingent von Lambda auf diesem Computer: Mittelwert und sein 95-%-Intervall</translation>
    </message>
    <message>
        <source>How far the measured mean is from the prediction</source>
        <translation>Wie weit der gemessene Mittelwert von der Vorhersage entfernt ist</translation>
    </message>
    <message>
        <source>The prediction with the assumed speed of Lambda&apos;s processors; this is what is priced</source>
        <translation>Die Vorhersage mit der angenommenen Geschwindigkeit der Prozessoren von Lambda; daraus ergibt sich der Preis</translation>
    </message>
    <message>
        <source>Cost of a million invocations, requests included</source>
        <translation>Kosten einer Million Aufrufe, einschließlich der Anfragen</translation>
    </message>
    <message>
        <source>More than one vCPU: extrapolated from how many processors the function kept busy</source>
        <translation>Mehr als eine vCPU: hochgerechnet daraus, wie viele Prozessoren die Funktion beschäftigt hat</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s), the shortest %1, the longest %2; 95 % interval of the mean: %3 to %4</source>
        <translation>
            <numerusform>%n Lauf, der kürzeste %1, der längste %2; 95-%-Intervall des Mittelwerts: %3 bis %4</numerusform>
            <numerusform>%n Läufe, der kürzeste %1, der längste %2; 95-%-Intervall des Mittelwerts: %3 bis %4</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 an invocation, billed %2</source>
        <translation>%1 pro Aufruf, abgerechnet %2</translation>
    </message>
</context>
<context>
    <name>coldframe::VariablesDialog</name>
    <message>
        <source>Environment Variables of %1</source>
        <translation>Umgebungsvariablen von %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Show values</source>
        <translation>Werte zeigen</translation>
    </message>
    <message>
        <source>Changes last until Coldframe is closed; the template stays as it is.</source>
        <translation>Änderungen gelten, bis Coldframe geschlossen wird; das Template bleibt unverändert.</translation>
    </message>
</context>
<context>
    <name>coldframe::VariablesModel</name>
    <message>
        <source>“%1” is no name for a variable: it begins with a letter and goes on with letters, digits or _, two characters at least.</source>
        <translation>„%1“ ist kein Name für eine Variable: Er beginnt mit einem Buchstaben, dann folgen Buchstaben, Ziffern oder _, insgesamt mindestens zwei Zeichen.</translation>
    </message>
    <message>
        <source>Lambda sets %1 itself; choose another name.</source>
        <translation>Lambda setzt %1 selbst; einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 kommt zweimal vor.</translation>
    </message>
    <message>
        <source>All variables together have %1 bytes; Lambda accepts %2.</source>
        <translation>Alle Variablen zusammen haben %1 Bytes; Lambda nimmt %2 an.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>coldframe::Workbench</name>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>About Coldframe</source>
        <translation>Über Coldframe</translation>
    </message>
    <message>
        <source>Runs, times and prices AWS Lambda functions on your own computer.</source>
        <translation>Führt AWS-Lambda-Funktionen auf dem eigenen Computer aus, misst ihre Zeiten und berechnet ihre Preise.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Not affiliated with Amazon Web Services.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Ohne Verbindung zu Amazon Web Services.</translation>
    </message>
    <message>
        <source>Nothing was run: a file could not be saved, so what runs would not be what you see. Save it under another name or close it, then run again.</source>
        <translation>Nichts wurde ausgeführt: Eine Datei konnte nicht gespeichert werden, daher liefe etwas anderes als das, was zu sehen ist. Die Datei unter anderem Namen speichern oder schließen, dann erneut ausführen.</translation>
    </message>
    <message>
        <source>no bubblewrap</source>
        <translation>kein bubblewrap</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Umgebungen</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation>Burst</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Lambda API</source>
        <translation>Lambda-API</translation>
    </message>
    <message>
        <source>Asynchronous events of this folder are kept in memory only and are gone when Coldframe ends. %1</source>
        <translation>Asynchrone Events dieses Ordners werden nur im Speicher aufbewahrt und sind weg, wenn Coldframe endet. %1</translation>
    </message>
    <message>
        <source>Fixtures</source>
        <translation>Fixtures</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Power Tuning</source>
        <translation>Power Tuning</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Der Bericht ist in %1.</translation>
    </message>
    <message>
        <source>Runs added to the history: %1. There already: %2.</source>
        <translation>Zum Verlauf hinzugefügte Läufe: %1. Schon vorhanden: %2.</translation>
    </message>
</context>
<context>
    <name>coldframe::WorkspaceModel</name>
    <message>
        <source>Functions</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
</context>
<context>
    <name>coldframe::WorkspacePanel</name>
    <message>
        <source>No folder is open</source>
        <translation>Kein Ordner offen</translation>
    </message>
    <message>
        <source>Open a folder with a template.yaml, or with a Python or Node.js file that has a handler.</source>
        <translation>Einen Ordner mit einer template.yaml öffnen, oder mit einer Python- oder Node.js-Datei, die einen Handler hat.</translation>
    </message>
    <message>
        <source>Open another folder</source>
        <translation>Einen anderen Ordner öffnen</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
</context>
</TS>

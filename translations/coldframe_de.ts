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
        <source>Run in a new execution environment, as a cold start</source>
        <translation>In einer neuen Ausführungsumgebung ausführen, als Cold Start</translation>
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
        <source>End all idle environments; the next run starts cold</source>
        <translation>Alle ungenutzten Umgebungen beenden; der nächste Lauf startet kalt</translation>
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
        <source>Cold: the last environment ended by a timeout, a crash or a stop.</source>
        <translation>Kalt: Die letzte Umgebung endete durch Timeout, Absturz oder Stopp.</translation>
    </message>
    <message>
        <source>Cold: the environments were recycled.</source>
        <translation>Kalt: Die Umgebungen wurden verworfen.</translation>
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
        <source>Show what was found on this computer, and which figures are measured, modelled or not emulated.</source>
        <translation>Zeigen, was auf diesem Computer gefunden wurde und welche Werte gemessen, modelliert oder nicht emuliert sind.</translation>
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
        <source>Lambda runtime, for example python3.12, nodejs20.x, python or nodejs.</source>
        <translation>Lambda-Runtime, zum Beispiel python3.12, nodejs20.x, python oder nodejs.</translation>
    </message>
    <message>
        <source>File with the event, or - for standard input.</source>
        <translation>Datei mit dem Event, oder - für die Standardeingabe.</translation>
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
        <source>a whole number above 0</source>
        <translation>eine ganze Zahl über 0</translation>
    </message>
    <message>
        <source>COST %1 per call, %2 per million calls like this one (modelled: list prices of %3, %4, %5, without free tier)</source>
        <translation>COST %1 pro Aufruf, %2 pro Million solcher Aufrufe (modelliert: Listenpreise vom %3, %4, %5, ohne Free Tier)</translation>
    </message>
    <message>
        <source>Only templates that have all these words.</source>
        <translation>Nur Vorlagen, die alle diese Wörter enthalten.</translation>
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
        <source>Request</source>
        <translation>Request</translation>
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
        <source>This does not work: %1. Correct it and try again.</source>
        <translation>Das geht so nicht: %1. Korrigieren und erneut versuchen.</translation>
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
        <source>A field of the event form has a value that does not fit: %1.</source>
        <translation>Ein Feld des Event-Formulars hat einen unpassenden Wert: %1.</translation>
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
        <source>The runtime “%1” cannot be run here. Choose a Python or Node.js runtime, or “provided.al2023” with a bootstrap of your own.</source>
        <translation>Die Runtime „%1“ lässt sich hier nicht ausführen. Eine Python- oder Node.js-Runtime wählen, oder „provided.al2023“ mit eigenem bootstrap.</translation>
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
        <source>The code cannot be parsed: correct the syntax at the place that the stack trace names.</source>
        <translation>Der Code lässt sich nicht parsen: Die Syntax an der Stelle korrigieren, die der Stacktrace nennt.</translation>
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
</context>
<context>
    <name>Fidelity</name>
    <message>
        <source>Init Duration</source>
        <translation>Init Duration</translation>
    </message>
    <message>
        <source>From the start of the process until the runtime asks for its first event, by the monotonic clock. It is split into process start, interpreter start, bootstrap and each import.</source>
        <translation>Vom Start des Prozesses, bis die Runtime ihr erstes Event abholt, mit der monotonen Uhr gemessen. Aufgeteilt in Prozessstart, Interpreterstart, Bootstrap und jeden Import.</translation>
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
        <source>Init and duration together on a cold start, the duration alone when warm, rounded up to whole milliseconds as Lambda does.</source>
        <translation>Bei einem Cold Start Init und Duration zusammen, sonst nur die Duration; wie bei Lambda auf ganze Millisekunden aufgerundet.</translation>
    </message>
    <message>
        <source>Max Memory Used</source>
        <translation>Max Memory Used</translation>
    </message>
    <message>
        <source>The peak of the resident memory of all processes of the environment, read every few milliseconds.</source>
        <translation>Der höchste Stand des residenten Speichers aller Prozesse der Umgebung, alle paar Millisekunden gelesen.</translation>
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
        <source>Needs isolation with bubblewrap, which is not in force.</source>
        <translation>Braucht Isolation mit bubblewrap, die nicht aktiv ist.</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>The environment is killed with everything that it started when the configured timeout is over.</source>
        <translation>Nach Ablauf des konfigurierten Timeouts wird die Umgebung mit allem, was sie gestartet hat, beendet.</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Speichergrenze</translation>
    </message>
    <message>
        <source>The memory is watched and the environment is killed when it uses more than is configured; a peak of a few milliseconds can be missed.</source>
        <translation>Der Speicher wird überwacht und die Umgebung beendet, wenn sie mehr als konfiguriert belegt; eine Spitze von wenigen Millisekunden kann unbemerkt bleiben.</translation>
    </message>
    <message>
        <source>File system: read-only code, own /tmp</source>
        <translation>Dateisystem: Code nur lesbar, eigenes /tmp</translation>
    </message>
    <message>
        <source>/var/task, /opt and the system are read-only; /tmp is empty at a cold start and stays while the environment lives.</source>
        <translation>/var/task, /opt und das System sind nur lesbar; /tmp ist bei einem Cold Start leer und bleibt, solange die Umgebung lebt.</translation>
    </message>
    <message>
        <source>/tmp limit</source>
        <translation>Größe von /tmp</translation>
    </message>
    <message>
        <source>/tmp is a file system of the configured size; writing more fails as it does on Lambda.</source>
        <translation>/tmp ist ein Dateisystem der konfigurierten Größe; mehr zu schreiben scheitert wie bei Lambda.</translation>
    </message>
    <message>
        <source>CPU share</source>
        <translation>CPU-Anteil</translation>
    </message>
    <message>
        <source>Lambda gives CPU in proportion to memory, one vCPU at 1,769 MB. Here the function uses the computer&apos;s full speed, so small memory sizes are slower on Lambda.</source>
        <translation>Lambda teilt CPU im Verhältnis zum Speicher zu, eine vCPU bei 1.769 MB. Hier nutzt die Funktion die volle Geschwindigkeit des Computers; mit wenig Speicher ist sie auf Lambda langsamer.</translation>
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
        <source>Before the init phase, Lambda makes a sandbox and downloads the code; that is not billed, and it is not part of any figure here.</source>
        <translation>Vor der Init-Phase legt Lambda eine Sandbox an und lädt den Code; das wird nicht abgerechnet und ist hier in keinem Wert enthalten.</translation>
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
        <source>Time between invocations</source>
        <translation>Zeit zwischen Aufrufen</translation>
    </message>
    <message>
        <source>Lambda freezes an environment between invocations; here its processes keep running, so work in the background goes on.</source>
        <translation>Lambda friert eine Umgebung zwischen Aufrufen ein; hier laufen ihre Prozesse weiter, Arbeit im Hintergrund also auch.</translation>
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
        <source>bubblewrap</source>
        <translation>bubblewrap</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>There is no execution role. The environment carries dummy keys, so calls to AWS are refused there.</source>
        <translation>Es gibt keine Execution Role. Die Umgebung enthält Schein-Schlüssel; Aufrufe an AWS werden dort abgelehnt.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>/opt is empty: the layers of a function are read from the template and not mounted yet.</source>
        <translation>/opt ist leer: Die Layer einer Funktion werden aus dem Template gelesen, aber noch nicht eingehängt.</translation>
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
        <source>The folder %1 does not exist.</source>
        <translation>Der Ordner %1 existiert nicht.</translation>
    </message>
    <message>
        <source>The layer %1 is left out: only folders of this computer can be used as layers.</source>
        <translation>Der Layer %1 wird ausgelassen: Nur Ordner dieses Computers sind als Layer verwendbar.</translation>
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
        <source>Invoke</source>
        <translation>Invoke</translation>
    </message>
    <message>
        <source>From the spawn until the program runs.</source>
        <translation>Vom Anlegen des Prozesses, bis das Programm läuft.</translation>
    </message>
    <message>
        <source>Until the first line of the runtime&apos;s bootstrap runs; the isolation is set up before it.</source>
        <translation>Bis zur ersten Zeile des Bootstraps der Runtime; davor wird die Isolation eingerichtet.</translation>
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
        <source>Own module</source>
        <translation>Eigenes Modul</translation>
    </message>
    <message>
        <source>Dependency</source>
        <translation>Abhängigkeit</translation>
    </message>
    <message>
        <source>Standard library</source>
        <translation>Standardbibliothek</translation>
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
        <source>%1 + %2</source>
        <translation>%1 + %2</translation>
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
    <name>coldframe::CostPanel</name>
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
    <name>coldframe::EnvironmentStatus</name>
    <message>
        <source>Recycle</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>End all idle environments; the next run starts cold</source>
        <translation>Alle ungenutzten Umgebungen beenden; der nächste Lauf startet kalt</translation>
    </message>
    <message>
        <source>How the last run was kept apart from the computer</source>
        <translation>Wie der letzte Lauf vom Computer getrennt war</translation>
    </message>
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
        <source>1 environment alive, busy</source>
        <translation>1 Umgebung aktiv, beschäftigt</translation>
    </message>
    <message>
        <source>%1 environments alive, %2 busy</source>
        <translation>%1 Umgebungen aktiv, %2 beschäftigt</translation>
    </message>
    <message>
        <source>The last run used %1</source>
        <translation>Der letzte Lauf nutzte %1</translation>
    </message>
    <message>
        <source>Isolation: %1</source>
        <translation>Isolation: %1</translation>
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
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
</context>
<context>
    <name>coldframe::EventChooser</name>
    <message>
        <source>No event has all of these words.</source>
        <translation>Kein Event enthält alle diese Wörter.</translation>
    </message>
    <message>
        <source>Search by service or words, for example “sqs batch”</source>
        <translation>Nach Dienst oder Wörtern suchen, zum Beispiel „sqs batch“</translation>
    </message>
    <message>
        <source>Search events</source>
        <translation>Events suchen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
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
</context>
<context>
    <name>coldframe::FidelityDialog</name>
    <message>
        <source>What the Numbers Mean</source>
        <translation>Was die Zahlen bedeuten</translation>
    </message>
    <message>
        <source>Every figure is measured on this computer, modelled from measured figures and published rules, or not emulated at all.</source>
        <translation>Jeder Wert ist auf diesem Computer gemessen, aus gemessenen Werten und veröffentlichten Regeln modelliert oder gar nicht emuliert.</translation>
    </message>
</context>
<context>
    <name>coldframe::FiguresStrip</name>
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
    <name>coldframe::LogLineDelegate</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
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
        <source>Filter for another text, or show all levels.</source>
        <translation>Nach einem anderen Text filtern oder alle Stufen zeigen.</translation>
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
</context>
<context>
    <name>coldframe::LogToolBar</name>
    <message>
        <source>Filter lines</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>The filter is a regular expression</source>
        <translation>Der Filter ist ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
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
        <source>Scroll to new lines as they arrive</source>
        <translation>Zu neuen Zeilen scrollen, sobald sie kommen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Show Clock Time</source>
        <translation>Uhrzeit zeigen</translation>
    </message>
    <message>
        <source>Show Whole Line Below</source>
        <translation>Ganze Zeile unten zeigen</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Copy All Lines</source>
        <translation>Alle Zeilen kopieren</translation>
    </message>
    <message>
        <source>Not a regular expression: %1, at character %2. All lines are shown.</source>
        <translation>Kein regulärer Ausdruck: %1, bei Zeichen %2. Alle Zeilen werden gezeigt.</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
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
</context>
<context>
    <name>coldframe::LogView</name>
    <message>
        <source>Log lines</source>
        <translation>Log-Zeilen</translation>
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
        <source>%1: %2</source>
        <translation>%1: %2</translation>
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
        <source>$%1</source>
        <translation>%1 $</translation>
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
        <source>Warm: the environment was reused, so there was no init.</source>
        <translation>Warm: Die Umgebung wurde wiederverwendet, daher kein Init.</translation>
    </message>
    <message>
        <source>Measured on this computer, from the start of the process until the response was read. Sandbox creation and code download on AWS are not emulated.</source>
        <translation>Auf diesem Computer gemessen, vom Start des Prozesses, bis die Antwort gelesen war. Anlegen der Sandbox und Download des Codes bei AWS sind nicht emuliert.</translation>
    </message>
    <message>
        <source>Measured on this computer, from the event until the response was read. The way from the caller to Lambda is not emulated.</source>
        <translation>Auf diesem Computer gemessen, vom Event, bis die Antwort gelesen war. Der Weg vom Aufrufer zu Lambda ist nicht emuliert.</translation>
    </message>
    <message>
        <source>No imports were traced in this run.</source>
        <translation>In diesem Lauf wurden keine Importe aufgezeichnet.</translation>
    </message>
    <message>
        <source>Point at a bar or move between bars with the arrow keys to see its figures.</source>
        <translation>Auf einen Balken zeigen oder mit den Pfeiltasten zu ihm gehen, um seine Werte zu sehen.</translation>
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

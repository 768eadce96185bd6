<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>FigureSpec</name>
    <message>
        <source>Sizes from 30 to 2,400 dpi can be drawn</source>
        <translation>Gezeichnet werden Größen von 30 bis 2.400 dpi</translation>
    </message>
    <message>
        <source>Too small: at %1 dpi at least %2 × %2 pixels are needed</source>
        <translation>Zu klein: bei %1 dpi sind mindestens %2 × %2 Pixel nötig</translation>
    </message>
    <message>
        <source>Too large: more than 100 million pixels</source>
        <translation>Zu groß: mehr als 100 Millionen Pixel</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Snap length</source>
        <translation>Kürzungslänge</translation>
    </message>
    <message>
        <source>Bytes of a frame that were kept at the most, as the file claims</source>
        <translation>So viele Bytes eines Rahmens wurden höchstens behalten, wie die Datei angibt</translation>
    </message>
    <message>
        <source>Port, country, network, tool or scan size</source>
        <translation>Port, Land, Netz, Werkzeug oder Scangröße</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>Welches davon</translation>
    </message>
    <message>
        <source>What can be said with regard to how much was looked at</source>
        <translation>Was sich im Hinblick auf das Betrachtete sagen lässt</translation>
    </message>
    <message>
        <source>Share of A&apos;s scans</source>
        <translation>Anteil an den Scans von A</translation>
    </message>
    <message>
        <source>Share of B&apos;s scans</source>
        <translation>Anteil an den Scans von B</translation>
    </message>
    <message>
        <source>Share in B less share in A</source>
        <translation>Anteil in B minus Anteil in A</translation>
    </message>
    <message>
        <source>Lower end of the difference&apos;s 95 % interval</source>
        <translation>Unteres Ende des 95-%-Intervalls der Differenz</translation>
    </message>
    <message>
        <source>Upper end of the difference&apos;s 95 % interval</source>
        <translation>Oberes Ende des 95-%-Intervalls der Differenz</translation>
    </message>
    <message>
        <source>That a difference so large comes of nothing, adjusted for many comparisons</source>
        <translation>Dass eine so große Differenz zufällig ist, bereinigt um viele Vergleiche</translation>
    </message>
    <message>
        <source>By scans</source>
        <translation>Nach Scans</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Distinct sources of these scans</source>
        <translation>Verschiedene Quellen dieser Scans</translation>
    </message>
    <message>
        <source>The smallest prefix that holds all members</source>
        <translation>Das kleinste Präfix mit allen Mitgliedern</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>What all of them use</source>
        <translation>Was alle benutzen</translation>
    </message>
    <message>
        <source>Main ports of all of them</source>
        <translation>Hauptports von allen</translation>
    </message>
    <message>
        <source>First probe</source>
        <translation>Erste Sonde</translation>
    </message>
    <message>
        <source>Last probe</source>
        <translation>Letzte Sonde</translation>
    </message>
    <message>
        <source>Scans of all members</source>
        <translation>Scans aller Mitglieder</translation>
    </message>
    <message>
        <source>Packets of these scans</source>
        <translation>Pakete dieser Scans</translation>
    </message>
    <message>
        <source>Distinct pairs of target and port</source>
        <translation>Verschiedene Paare aus Ziel und Port</translation>
    </message>
    <message>
        <source>Targets asked by more than one member</source>
        <translation>Ziele, die mehr als ein Mitglied anfragte</translation>
    </message>
    <message>
        <source>The same, were targets drawn at random</source>
        <translation>Dasselbe bei zufällig gezogenen Zielen</translation>
    </message>
    <message>
        <source>Why they are taken for one</source>
        <translation>Warum sie für eins gehalten werden</translation>
    </message>
    <message>
        <source>Day, month or moment of the event, UTC</source>
        <translation>Tag, Monat oder Zeitpunkt des Ereignisses, UTC</translation>
    </message>
    <message>
        <source>What became known or began</source>
        <translation>Was bekannt wurde oder begann</translation>
    </message>
    <message>
        <source>Number of the weakness</source>
        <translation>Nummer der Schwachstelle</translation>
    </message>
    <message>
        <source>Ports that it is reached by</source>
        <translation>Ports, über die sie erreicht wird</translation>
    </message>
    <message>
        <source>checked: read in the CVE record or the advisory; known: not read again</source>
        <translation>checked: im CVE-Eintrag oder in der Warnung gelesen; known: nicht erneut gelesen</translation>
    </message>
    <message>
        <source>Median of scans an interval before</source>
        <translation>Median der Scans je Abschnitt davor</translation>
    </message>
    <message>
        <source>Most scans an interval after, by the usual ones</source>
        <translation>Meiste Scans je Abschnitt danach, im Verhältnis zum Üblichen</translation>
    </message>
    <message>
        <source>From the event to the first scan that begins after it</source>
        <translation>Vom Ereignis bis zum ersten Scan, der danach beginnt</translation>
    </message>
    <message>
        <source>From the event to the first scan of at least 1 % coverage</source>
        <translation>Vom Ereignis bis zum ersten Scan mit mindestens 1 % Abdeckung</translation>
    </message>
    <message>
        <source>From the peak until half of what is above usual is left</source>
        <translation>Vom Höhepunkt, bis die Hälfte des Unüblichen übrig ist</translation>
    </message>
    <message>
        <source>What cannot be said of this capture, and why</source>
        <translation>Was sich von diesem Mitschnitt nicht sagen lässt, und warum</translation>
    </message>
    <message>
        <source>Begin of the interval</source>
        <translation>Beginn des Abschnitts</translation>
    </message>
    <message>
        <source>Before or after the event</source>
        <translation>Vor oder nach dem Ereignis</translation>
    </message>
    <message>
        <source>Packets of scans on the event&apos;s ports</source>
        <translation>Pakete von Scans auf den Ports des Ereignisses</translation>
    </message>
    <message>
        <source>Scans that begin in the interval</source>
        <translation>Scans, die im Abschnitt beginnen</translation>
    </message>
    <message>
        <source>Distinct sources active in the interval</source>
        <translation>Verschiedene im Abschnitt aktive Quellen</translation>
    </message>
    <message>
        <source>Scans by the median before the event</source>
        <translation>Scans im Verhältnis zum Median vor dem Ereignis</translation>
    </message>
    <message>
        <source>Whether the capture holds the whole interval</source>
        <translation>Ob der Mitschnitt den ganzen Abschnitt enthält</translation>
    </message>
    <message>
        <source>File that was read</source>
        <translation>Gelesene Datei</translation>
    </message>
    <message>
        <source>As its content tells</source>
        <translation>Nach ihrem Inhalt</translation>
    </message>
    <message>
        <source>Link type of its first interface</source>
        <translation>Verbindungstyp ihrer ersten Schnittstelle</translation>
    </message>
    <message>
        <source>Frames that could be read</source>
        <translation>Rahmen, die gelesen werden konnten</translation>
    </message>
    <message>
        <source>Of the file, as far as it was read</source>
        <translation>Der Datei, soweit sie gelesen wurde</translation>
    </message>
    <message>
        <source>Time of its earliest frame</source>
        <translation>Zeit ihres frühesten Rahmens</translation>
    </message>
    <message>
        <source>Time of its latest frame</source>
        <translation>Zeit ihres spätesten Rahmens</translation>
    </message>
    <message>
        <source>Frames that are earlier than the one before</source>
        <translation>Rahmen, die früher sind als der vorige</translation>
    </message>
    <message>
        <source>Frames that repeat one of the two before them within 1 ms</source>
        <translation>Rahmen, die einen der beiden vorigen binnen 1 ms wiederholen</translation>
    </message>
    <message>
        <source>What could not be read, and why</source>
        <translation>Was nicht gelesen werden konnte, und warum</translation>
    </message>
    <message>
        <source>How much it matters to the results</source>
        <translation>Wie viel es für die Ergebnisse ausmacht</translation>
    </message>
    <message>
        <source>What kind of finding it is</source>
        <translation>Welcher Art der Befund ist</translation>
    </message>
    <message>
        <source>What the captures are like</source>
        <translation>Wie die Mitschnitte sind</translation>
    </message>
    <message>
        <source>What that does to the results</source>
        <translation>Was das mit den Ergebnissen macht</translation>
    </message>
    <message>
        <source>Address that the packets came from</source>
        <translation>Adresse, von der die Pakete kamen</translation>
    </message>
    <message>
        <source>What kind of packets it sent</source>
        <translation>Welche Art Pakete sie sandte</translation>
    </message>
    <message>
        <source>Port that it asked for; the first of several</source>
        <translation>Angefragter Port; der erste von mehreren</translation>
    </message>
    <message>
        <source>Usual service on that port</source>
        <translation>Üblicher Dienst auf diesem Port</translation>
    </message>
    <message>
        <source>Time of its first packet</source>
        <translation>Zeit seines ersten Pakets</translation>
    </message>
    <message>
        <source>Time of its last packet</source>
        <translation>Zeit seines letzten Pakets</translation>
    </message>
    <message>
        <source>Packets that reached the telescope</source>
        <translation>Pakete, die das Teleskop erreichten</translation>
    </message>
    <message>
        <source>Distinct addresses of the telescope that it hit</source>
        <translation>Verschiedene getroffene Adressen des Teleskops</translation>
    </message>
    <message>
        <source>Share of the telescope that it hit</source>
        <translation>Getroffener Anteil des Teleskops</translation>
    </message>
    <message>
        <source>Packets a second at the telescope</source>
        <translation>Pakete je Sekunde am Teleskop</translation>
    </message>
    <message>
        <source>Packets a second over the whole Internet, were targets drawn at random</source>
        <translation>Pakete je Sekunde im ganzen Internet, bei zufällig gezogenen Zielen</translation>
    </message>
    <message>
        <source>Small or large, by coverage</source>
        <translation>Klein oder groß, nach Abdeckung</translation>
    </message>
    <message>
        <source>Tool that the evidence names</source>
        <translation>Werkzeug, das die Belege nennen</translation>
    </message>
    <message>
        <source>Country of the source</source>
        <translation>Land der Quelle</translation>
    </message>
    <message>
        <source>Autonomous system of the source</source>
        <translation>Autonomes System der Quelle</translation>
    </message>
    <message>
        <source>Tool that sent most of its packets</source>
        <translation>Werkzeug, das die meisten seiner Pakete sandte</translation>
    </message>
    <message>
        <source>Packets of its scans</source>
        <translation>Pakete seiner Scans</translation>
    </message>
    <message>
        <source>Scans that it made</source>
        <translation>Scans, die es machte</translation>
    </message>
    <message>
        <source>Large ones among them</source>
        <translation>Große darunter</translation>
    </message>
    <message>
        <source>Distinct targets of its largest scan</source>
        <translation>Verschiedene Ziele seines größten Scans</translation>
    </message>
    <message>
        <source>Share of the telescope that this one hit</source>
        <translation>Anteil des Teleskops, den dieser traf</translation>
    </message>
    <message>
        <source>Port of its largest scan</source>
        <translation>Port seines größten Scans</translation>
    </message>
    <message>
        <source>Distinct ports of its scans</source>
        <translation>Verschiedene Ports seiner Scans</translation>
    </message>
    <message>
        <source>Time of the first packet of its scans</source>
        <translation>Zeit des ersten Pakets seiner Scans</translation>
    </message>
    <message>
        <source>Time of the last one</source>
        <translation>Zeit des letzten</translation>
    </message>
    <message>
        <source>TCP, UDP or ICMP</source>
        <translation>TCP, UDP oder ICMP</translation>
    </message>
    <message>
        <source>Port that was asked for</source>
        <translation>Angefragter Port</translation>
    </message>
    <message>
        <source>Scans of this port</source>
        <translation>Scans dieses Ports</translation>
    </message>
    <message>
        <source>Small scans of this port</source>
        <translation>Kleine Scans dieses Ports</translation>
    </message>
    <message>
        <source>Large scans of this port</source>
        <translation>Große Scans dieses Ports</translation>
    </message>
    <message>
        <source>Share of all small scans</source>
        <translation>Anteil an allen kleinen Scans</translation>
    </message>
    <message>
        <source>Share of all large scans</source>
        <translation>Anteil an allen großen Scans</translation>
    </message>
    <message>
        <source>Tool of most of these scans</source>
        <translation>Werkzeug der meisten dieser Scans</translation>
    </message>
    <message>
        <source>ISO 3166 code; ?? where the country is not known</source>
        <translation>ISO-3166-Kürzel; ??, wo das Land nicht bekannt ist</translation>
    </message>
    <message>
        <source>Country of the sources</source>
        <translation>Land der Quellen</translation>
    </message>
    <message>
        <source>Scans from there</source>
        <translation>Scans von dort</translation>
    </message>
    <message>
        <source>Distinct scanning sources there</source>
        <translation>Verschiedene scannende Quellen dort</translation>
    </message>
    <message>
        <source>Share of all, the unknown included</source>
        <translation>Anteil an allen, Unbekannte eingeschlossen</translation>
    </message>
    <message>
        <source>Share of this country and all before it</source>
        <translation>Anteil dieses Landes und aller davor</translation>
    </message>
    <message>
        <source>What the scans were made with</source>
        <translation>Womit die Scans gemacht wurden</translation>
    </message>
    <message>
        <source>Scans made with it</source>
        <translation>Damit gemachte Scans</translation>
    </message>
    <message>
        <source>Small ones among them</source>
        <translation>Kleine darunter</translation>
    </message>
    <message>
        <source>Share of all packets of scans</source>
        <translation>Anteil an allen Paketen von Scans</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Share in A</source>
        <translation>Anteil in A</translation>
    </message>
    <message>
        <source>Share in B</source>
        <translation>Anteil in B</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Rank in A</source>
        <translation>Rang in A</translation>
    </message>
    <message>
        <source>Rank in B</source>
        <translation>Rang in B</translation>
    </message>
    <message>
        <source>Scans in A</source>
        <translation>Scans in A</translation>
    </message>
    <message>
        <source>Scans in B</source>
        <translation>Scans in B</translation>
    </message>
    <message>
        <source>Sources in A</source>
        <translation>Quellen in A</translation>
    </message>
    <message>
        <source>Sources in B</source>
        <translation>Quellen in B</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erstes</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letztes</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Asked twice</source>
        <translation>Doppelt angefragt</translation>
    </message>
    <message>
        <source>By chance</source>
        <translation>Durch Zufall</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>Wegen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>CVE</source>
        <translation>CVE</translation>
    </message>
    <message>
        <source>Date is</source>
        <translation>Datum ist</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Peak, times usual</source>
        <translation>Höhepunkt, mal üblich</translation>
    </message>
    <message>
        <source>First scan after</source>
        <translation>Erster Scan nach</translation>
    </message>
    <message>
        <source>First of 1 % after</source>
        <translation>Erster mit 1 % nach</translation>
    </message>
    <message>
        <source>Half-life</source>
        <translation>Halbwertszeit</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Bemerkungen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Times usual</source>
        <translation>Mal üblich</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Enthalten</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Mitschnitt</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Backwards</source>
        <translation>Rückwärts</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doppelte</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Concern</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Internet-wide rate</source>
        <translation>Internetweite Rate</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Most targets</source>
        <translation>Meiste Ziele</translation>
    </message>
    <message>
        <source>Main port</source>
        <translation>Hauptport</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>% of small</source>
        <translation>% der kleinen</translation>
    </message>
    <message>
        <source>% of large</source>
        <translation>% der großen</translation>
    </message>
    <message>
        <source>Mostly</source>
        <translation>Meist</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Cumulative</source>
        <translation>Kumuliert</translation>
    </message>
    <message>
        <source>% of packets</source>
        <translation>% der Pakete</translation>
    </message>
    <message>
        <source>Port that stands out</source>
        <translation>Port, der auffällt</translation>
    </message>
    <message>
        <source>Begin of the stretch</source>
        <translation>Beginn der Strecke</translation>
    </message>
    <message>
        <source>End of the stretch</source>
        <translation>Ende der Strecke</translation>
    </message>
    <message>
        <source>Sources that began to scan</source>
        <translation>Quellen, die zu scannen begannen</translation>
    </message>
    <message>
        <source>So many usually do in such a stretch</source>
        <translation>So viele sind in einer solchen Strecke üblich</translation>
    </message>
    <message>
        <source>Packets of scans in the stretch</source>
        <translation>Pakete von Scans in der Strecke</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Distance from the usual in standard deviations; negative for a lull</source>
        <translation>Abstand vom Üblichen in Standardabweichungen; negativ bei Flaute</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>The same as a sentence</source>
        <translation>Dasselbe als Satz</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Bin that the frames are in; each frame is in one</source>
        <translation>Fach der Rahmen; jeder Rahmen liegt in genau einem</translation>
    </message>
    <message>
        <source>Frames in this bin</source>
        <translation>Rahmen in diesem Fach</translation>
    </message>
    <message>
        <source>Share of all frames</source>
        <translation>Anteil an allen Rahmen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Scans, or groups of probes that stay below the thresholds</source>
        <translation>Scans, oder Gruppen von Sonden, die unter den Schwellen bleiben</translation>
    </message>
    <message>
        <source>What the bin holds</source>
        <translation>Was im Fach liegt</translation>
    </message>
    <message>
        <source>Its packets in this bin</source>
        <translation>Seine Pakete in diesem Fach</translation>
    </message>
    <message>
        <source>Groups that they make without a longer silence</source>
        <translation>Gruppen, die sie ohne längere Pause bilden</translation>
    </message>
    <message>
        <source>Distinct targets of the largest group</source>
        <translation>Verschiedene Ziele der größten Gruppe</translation>
    </message>
    <message>
        <source>What kind of packets that group has</source>
        <translation>Welche Art von Paketen diese Gruppe hat</translation>
    </message>
    <message>
        <source>Port of that group</source>
        <translation>Port dieser Gruppe</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Known scanner that the address is of</source>
        <translation>Bekannter Scanner, dem die Adresse gehört</translation>
    </message>
    <message>
        <source>Time of its first packet in this bin</source>
        <translation>Zeit seines ersten Pakets in diesem Fach</translation>
    </message>
    <message>
        <source>Time of its last one</source>
        <translation>Zeit seines letzten</translation>
    </message>
    <message>
        <source>Victim</source>
        <translation>Opfer</translation>
    </message>
    <message>
        <source>Address that answered; of ICMP errors it may be a router before the victim</source>
        <translation>Adresse, die antwortete; bei ICMP-Fehlern mag es ein Router vor dem Opfer sein</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>What kind of answers most are</source>
        <translation>Welcher Art die meisten Antworten sind</translation>
    </message>
    <message>
        <source>Attacked port with most answers</source>
        <translation>Angegriffener Port mit den meisten Antworten</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Distinct pairs of kind and port</source>
        <translation>Verschiedene Paare aus Art und Port</translation>
    </message>
    <message>
        <source>Answers that reached the telescope</source>
        <translation>Antworten, die das Teleskop erreichten</translation>
    </message>
    <message>
        <source>Distinct addresses of the telescope answered to</source>
        <translation>Verschiedene Adressen des Teleskops, an die geantwortet wurde</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>From the first answer to the last</source>
        <translation>Von der ersten Antwort bis zur letzten</translation>
    </message>
    <message>
        <source>RSDoS rule</source>
        <translation>RSDoS-Regel</translation>
    </message>
    <message>
        <source>25 packets, 60 s, and 30 packets within 60 s: whether the attack fits; open where the index cannot tell</source>
        <translation>25 Pakete, 60 s, und 30 Pakete binnen 60 s: ob der Angriff passt; offen, wo der Index es nicht sagen kann</translation>
    </message>
    <message>
        <source>Fullest minute, at least</source>
        <translation>Vollste Minute, mindestens</translation>
    </message>
    <message>
        <source>Packets in the fullest 60 s, from below</source>
        <translation>Pakete in den vollsten 60 s, von unten</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>The same from above</source>
        <translation>Dasselbe von oben</translation>
    </message>
    <message>
        <source>Country of the victim</source>
        <translation>Land des Opfers</translation>
    </message>
    <message>
        <source>Autonomous system of the victim</source>
        <translation>Autonomes System des Opfers</translation>
    </message>
    <message>
        <source>Time of the first answer</source>
        <translation>Zeit der ersten Antwort</translation>
    </message>
    <message>
        <source>What kind of answers they are</source>
        <translation>Welcher Art die Antworten sind</translation>
    </message>
    <message>
        <source>Attacked port; 0 for ICMP</source>
        <translation>Angegriffener Port; 0 bei ICMP</translation>
    </message>
    <message>
        <source>Victims</source>
        <translation>Opfer</translation>
    </message>
    <message>
        <source>Distinct addresses that answered</source>
        <translation>Verschiedene Adressen, die antworteten</translation>
    </message>
    <message>
        <source>Attacks</source>
        <translation>Angriffe</translation>
    </message>
    <message>
        <source>Attacks that have such answers</source>
        <translation>Angriffe mit solchen Antworten</translation>
    </message>
    <message>
        <source>Number of the autonomous system</source>
        <translation>Nummer des autonomen Systems</translation>
    </message>
    <message>
        <source>Who runs it</source>
        <translation>Wer es betreibt</translation>
    </message>
    <message>
        <source>% of scans</source>
        <translation>% der Scans</translation>
    </message>
    <message>
        <source>Share of all scans</source>
        <translation>Anteil an allen Scans</translation>
    </message>
    <message>
        <source>ISO 3166 code; ?? where it is not known</source>
        <translation>Code nach ISO 3166; ??, wo er nicht bekannt ist</translation>
    </message>
    <message>
        <source>Scans of the port from there</source>
        <translation>Scans des Ports von dort</translation>
    </message>
    <message>
        <source>Share of all scans of the port</source>
        <translation>Anteil an allen Scans des Ports</translation>
    </message>
    <message>
        <source>Coverage from</source>
        <translation>Abdeckung ab</translation>
    </message>
    <message>
        <source>Least share of the telescope that was hit</source>
        <translation>Kleinster getroffener Anteil des Teleskops</translation>
    </message>
    <message>
        <source>below</source>
        <translation>unter</translation>
    </message>
    <message>
        <source>Share of the telescope that was not reached</source>
        <translation>Anteil des Teleskops, der nicht erreicht wurde</translation>
    </message>
    <message>
        <source>Scans of this coverage</source>
        <translation>Scans dieser Abdeckung</translation>
    </message>
    <message>
        <source>Packets of scans</source>
        <translation>Pakete von Scans</translation>
    </message>
    <message>
        <source>Scans at work in the interval</source>
        <translation>Scans, die im Abschnitt am Werk sind</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Place among these packets</source>
        <translation>Platz unter diesen Paketen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>When it was captured</source>
        <translation>Wann es mitgeschnitten wurde</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Seconds after the packet before it</source>
        <translation>Sekunden nach dem Paket davor</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Address that it was sent to</source>
        <translation>Adresse, an die es ging</translation>
    </message>
    <message>
        <source>What kind of packet it is</source>
        <translation>Welche Art von Paket es ist</translation>
    </message>
    <message>
        <source>From port</source>
        <translation>Von Port</translation>
    </message>
    <message>
        <source>Port that it came from</source>
        <translation>Port, von dem es kam</translation>
    </message>
    <message>
        <source>To port</source>
        <translation>An Port</translation>
    </message>
    <message>
        <source>Port that it was sent to</source>
        <translation>Port, an den es ging</translation>
    </message>
    <message>
        <source>TTL</source>
        <translation>TTL</translation>
    </message>
    <message>
        <source>Time to live, or hop limit, that was left</source>
        <translation>Verbliebene Lebensdauer (TTL oder Hop Limit)</translation>
    </message>
    <message>
        <source>IP ID</source>
        <translation>IP-ID</translation>
    </message>
    <message>
        <source>Identification of the IPv4 packet</source>
        <translation>Kennung des IPv4-Pakets</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>Flags of the TCP header</source>
        <translation>Flags des TCP-Kopfs</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>Sequence number of the TCP header</source>
        <translation>Sequenznummer des TCP-Kopfs</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Window of the TCP header</source>
        <translation>Fenster des TCP-Kopfs</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Bytes of the IP packet</source>
        <translation>Bytes des IP-Pakets</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>Population</translation>
    </message>
    <message>
        <source>Number of the population</source>
        <translation>Nummer der Population</translation>
    </message>
    <message>
        <source>TCP or UDP</source>
        <translation>TCP oder UDP</translation>
    </message>
    <message>
        <source>Port that is asked for</source>
        <translation>Port, nach dem gefragt wird</translation>
    </message>
    <message>
        <source>Where target &amp; mask is</source>
        <translation>Wo Ziel &amp; Maske gleich</translation>
    </message>
    <message>
        <source>The targets that this port is asked for at</source>
        <translation>Die Ziele, bei denen nach diesem Port gefragt wird</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Bits of the target that the port depends on</source>
        <translation>Bits des Ziels, von denen der Port abhängt</translation>
    </message>
    <message>
        <source>Distinct sources of the population</source>
        <translation>Verschiedene Quellen der Population</translation>
    </message>
    <message>
        <source>Packets of the population</source>
        <translation>Pakete der Population</translation>
    </message>
    <message>
        <source>Mutual information</source>
        <translation>Transinformation</translation>
    </message>
    <message>
        <source>Of masked bits and port, in bits</source>
        <translation>Der maskierten Bits und des Ports, in Bit</translation>
    </message>
    <message>
        <source>of at most</source>
        <translation>von höchstens</translation>
    </message>
    <message>
        <source>Entropy of the masked bits, in bits</source>
        <translation>Entropie der maskierten Bits, in Bit</translation>
    </message>
    <message>
        <source>Chance below</source>
        <translation>Zufall unter</translation>
    </message>
    <message>
        <source>That ports independent of the target look so, at most</source>
        <translation>Dass vom Ziel unabhängige Ports so aussehen, höchstens</translation>
    </message>
    <message>
        <source>Known scanner</source>
        <translation>Bekannter Scanner</translation>
    </message>
    <message>
        <source>Its sources of any packets</source>
        <translation>Seine Quellen irgendwelcher Pakete</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Scannend</translation>
    </message>
    <message>
        <source>Those of them that scan</source>
        <translation>Diejenigen davon, die scannen</translation>
    </message>
    <message>
        <source>Their scans</source>
        <translation>Ihre Scans</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>List that has the label</source>
        <translation>Liste, die den Namen führt</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Day on which the list knew it last</source>
        <translation>Tag, an dem die Liste ihn zuletzt kannte</translation>
    </message>
    <message>
        <source>Coverage, low</source>
        <translation>Abdeckung, unten</translation>
    </message>
    <message>
        <source>95 % interval of the share of the Internet that it covers, were targets uniform</source>
        <translation>95-%-Intervall des Anteils am Internet, den er abdeckt, bei gleichverteilten Zielen</translation>
    </message>
    <message>
        <source>high</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>Upper end of that interval</source>
        <translation>Oberes Ende dieses Intervalls</translation>
    </message>
    <message>
        <source>Cut by</source>
        <translation>Abgeschnitten durch</translation>
    </message>
    <message>
        <source>End of the capture within the expiry: the scan may be longer than was seen</source>
        <translation>Ende des Mitschnitts innerhalb der Ablaufzeit: der Scan kann länger sein als gesehen</translation>
    </message>
    <message>
        <source>Localized, p</source>
        <translation>Örtlich, p</translation>
    </message>
    <message>
        <source>Chance that a uniform scan spreads as unevenly over the telescope; below 1e-6 it counts as localized</source>
        <translation>Chance, dass ein gleichverteilter Scan das Teleskop so ungleich trifft; unter 1e-6 gilt er als örtlich</translation>
    </message>
    <message>
        <source>List that says so, and its day</source>
        <translation>Liste, die es sagt, und ihr Tag</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Passend</translation>
    </message>
    <message>
        <source>Packets that fit the nearest tool&apos;s rule</source>
        <translation>Pakete, die zur Regel des nächsten Werkzeugs passen</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Packets that could be tested on it</source>
        <translation>Pakete, die daran geprüft werden konnten</translation>
    </message>
    <message>
        <source>How many would fit if fields were random; empty for a pattern of fields</source>
        <translation>Wie viele passten, wären die Felder zufällig; leer bei einem Muster von Feldern</translation>
    </message>
    <message>
        <source>Known besides</source>
        <translation>Außerdem bekannt</translation>
    </message>
    <message>
        <source>Version or family, the system whose stack it is, and what its packets carry</source>
        <translation>Version oder Familie, das System mit diesem Netzstapel, und was die Pakete tragen</translation>
    </message>
    <message>
        <source>List that names the organisation, its day</source>
        <translation>Liste, die die Organisation nennt, mit ihrem Tag</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Marks the value that is set</source>
        <translation>Kennzeichnet den eingestellten Wert</translation>
    </message>
    <message>
        <source>Scans with this value</source>
        <translation>Scans bei diesem Wert</translation>
    </message>
    <message>
        <source>Packets in scans</source>
        <translation>Pakete in Scans</translation>
    </message>
    <message>
        <source>% of probes</source>
        <translation>% der Sonden</translation>
    </message>
    <message>
        <source>Share of all probes that are in scans</source>
        <translation>Anteil aller Sonden, die in Scans sind</translation>
    </message>
    <message>
        <source>Top ten kept</source>
        <translation>Behaltene der ersten zehn</translation>
    </message>
    <message>
        <source>Share of the present ten first ports that stay among the ten first</source>
        <translation>Anteil der jetzigen ersten zehn Ports, die unter den ersten zehn bleiben</translation>
    </message>
    <message>
        <source>Order, tau</source>
        <translation>Reihenfolge, Tau</translation>
    </message>
    <message>
        <source>Kendall&apos;s tau of the order of the ports that stay: 1 the same, -1 reversed</source>
        <translation>Kendalls Tau der Reihenfolge der bleibenden Ports: 1 dieselbe, -1 umgekehrt</translation>
    </message>
    <message>
        <source>Address that scans</source>
        <translation>Adresse, die scannt</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Day of UTC on which its scans began</source>
        <translation>Tag in UTC, an dem ihre Scans begannen</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Definitions that it fits: AH-1, AH-2, AH-3</source>
        <translation>Definitionen, denen sie entspricht: AH-1, AH-2, AH-3</translation>
    </message>
    <message>
        <source>Most of the telescope</source>
        <translation>Größter Anteil am Teleskop</translation>
    </message>
    <message>
        <source>Share of the telescope that its largest scan touched</source>
        <translation>Anteil des Teleskops, den ihr größter Scan berührte</translation>
    </message>
    <message>
        <source>Most packets</source>
        <translation>Meiste Pakete</translation>
    </message>
    <message>
        <source>Of a scan</source>
        <translation>Eines Scans</translation>
    </message>
    <message>
        <source>Distinct on that day</source>
        <translation>Verschiedene an diesem Tag</translation>
    </message>
    <message>
        <source>That began on that day</source>
        <translation>Die an diesem Tag begannen</translation>
    </message>
    <message>
        <source>Of these scans</source>
        <translation>Dieser Scans</translation>
    </message>
    <message>
        <source>Of the address</source>
        <translation>Der Adresse</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Places that it rose by; negative: fell</source>
        <translation>Plätze, um die es stieg; negativ: fiel</translation>
    </message>
    <message>
        <source>Country, network, tool or known scanner</source>
        <translation>Land, Netz, Werkzeug oder bekannter Scanner</translation>
    </message>
    <message>
        <source>Scans after</source>
        <translation>Scans danach</translation>
    </message>
    <message>
        <source>Scans of the event&apos;s ports that begin after it</source>
        <translation>Scans der Ports des Ereignisses, die danach beginnen</translation>
    </message>
    <message>
        <source>Scans before</source>
        <translation>Scans davor</translation>
    </message>
    <message>
        <source>Scans of the event&apos;s ports that begin before it</source>
        <translation>Scans der Ports des Ereignisses, die davor beginnen</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>What the figure is of</source>
        <translation>Wovon die Zahl handelt</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Port, country or tool that it belongs to</source>
        <translation>Port, Land oder Werkzeug, zu dem sie gehört</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Scans, packets or sources are not the same</source>
        <translation>Scans, Pakete und Quellen sind nicht dasselbe</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>The same metric of this capture</source>
        <translation>Dasselbe Maß in diesem Mitschnitt</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Of the figure here</source>
        <translation>Der Zahl hier</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Dort</translation>
    </message>
    <message>
        <source>The figure of the study</source>
        <translation>Die Zahl der Studie</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Whose figure it is</source>
        <translation>Wessen Zahl es ist</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Of the study&apos;s data</source>
        <translation>Der Daten der Studie</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Verlässlichkeit</translation>
    </message>
    <message>
        <source>high: read in the study; medium: in a text about it, or derived</source>
        <translation>high: in der Studie gelesen; medium: in einem Text darüber, oder abgeleitet</translation>
    </message>
    <message>
        <source>Contaminated</source>
        <translation>Verunreinigt</translation>
    </message>
    <message>
        <source>Why to read the study with care</source>
        <translation>Warum die Studie mit Vorsicht zu lesen ist</translation>
    </message>
    <message>
        <source>What else there is to say of the figure</source>
        <translation>Was sonst zu der Zahl zu sagen ist</translation>
    </message>
    <message>
        <source>Not here because</source>
        <translation>Hier nicht, weil</translation>
    </message>
    <message>
        <source>Why this capture gives no such figure</source>
        <translation>Warum dieser Mitschnitt keine solche Zahl ergibt</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Name that the user gave it</source>
        <translation>Name, den der Benutzer ihr gab</translation>
    </message>
    <message>
        <source>Scans of which nine in ten packets fit</source>
        <translation>Scans, von denen neun von zehn Paketen passen</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Passend</translation>
    </message>
    <message>
        <source>Packets of all scans that fit</source>
        <translation>Pakete aller Scans, die passen</translation>
    </message>
    <message>
        <source>of tested</source>
        <translation>von geprüften</translation>
    </message>
    <message>
        <source>Packets of all scans that could be tested</source>
        <translation>Pakete aller Scans, die geprüft werden konnten</translation>
    </message>
    <message>
        <source>Kind of packet that it is about</source>
        <translation>Art der Pakete, von der sie handelt</translation>
    </message>
    <message>
        <source>What it fits, as the user says</source>
        <translation>Wozu sie passt, wie der Benutzer sagt</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>Bekannt aus</translation>
    </message>
    <message>
        <source>Where the user knows it from</source>
        <translation>Woher der Benutzer sie kennt</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Andorra</source>
        <translation>Andorra</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>Vereinigte Arabische Emirate</translation>
    </message>
    <message>
        <source>Afghanistan</source>
        <translation>Afghanistan</translation>
    </message>
    <message>
        <source>Antigua and Barbuda</source>
        <translation>Antigua und Barbuda</translation>
    </message>
    <message>
        <source>Anguilla</source>
        <translation>Anguilla</translation>
    </message>
    <message>
        <source>Albania</source>
        <translation>Albanien</translation>
    </message>
    <message>
        <source>Armenia</source>
        <translation>Armenien</translation>
    </message>
    <message>
        <source>Angola</source>
        <translation>Angola</translation>
    </message>
    <message>
        <source>Antarctica</source>
        <translation>Antarktis</translation>
    </message>
    <message>
        <source>Argentina</source>
        <translation>Argentinien</translation>
    </message>
    <message>
        <source>American Samoa</source>
        <translation>Amerikanisch-Samoa</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Österreich</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australien</translation>
    </message>
    <message>
        <source>Aruba</source>
        <translation>Aruba</translation>
    </message>
    <message>
        <source>Åland Islands</source>
        <translation>Ålandinseln</translation>
    </message>
    <message>
        <source>Azerbaijan</source>
        <translation>Aserbaidschan</translation>
    </message>
    <message>
        <source>Bosnia and Herzegovina</source>
        <translation>Bosnien und Herzegowina</translation>
    </message>
    <message>
        <source>Barbados</source>
        <translation>Barbados</translation>
    </message>
    <message>
        <source>Bangladesh</source>
        <translation>Bangladesch</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Belgien</translation>
    </message>
    <message>
        <source>Burkina Faso</source>
        <translation>Burkina Faso</translation>
    </message>
    <message>
        <source>Bulgaria</source>
        <translation>Bulgarien</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>Bahrain</translation>
    </message>
    <message>
        <source>Burundi</source>
        <translation>Burundi</translation>
    </message>
    <message>
        <source>Benin</source>
        <translation>Benin</translation>
    </message>
    <message>
        <source>Saint Barthélemy</source>
        <translation>St. Barthélemy</translation>
    </message>
    <message>
        <source>Bermuda</source>
        <translation>Bermuda</translation>
    </message>
    <message>
        <source>Brunei</source>
        <translation>Brunei Darussalam</translation>
    </message>
    <message>
        <source>Bolivia</source>
        <translation>Bolivien</translation>
    </message>
    <message>
        <source>Caribbean Netherlands</source>
        <translation>Karibische Niederlande</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Brasilien</translation>
    </message>
    <message>
        <source>Bahamas</source>
        <translation>Bahamas</translation>
    </message>
    <message>
        <source>Bhutan</source>
        <translation>Bhutan</translation>
    </message>
    <message>
        <source>Bouvet Island</source>
        <translation>Bouvetinsel</translation>
    </message>
    <message>
        <source>Botswana</source>
        <translation>Botsuana</translation>
    </message>
    <message>
        <source>Belarus</source>
        <translation>Belarus</translation>
    </message>
    <message>
        <source>Belize</source>
        <translation>Belize</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Kanada</translation>
    </message>
    <message>
        <source>Cocos Islands</source>
        <translation>Kokosinseln</translation>
    </message>
    <message>
        <source>DR Congo</source>
        <translation>Kongo-Kinshasa</translation>
    </message>
    <message>
        <source>Central African Republic</source>
        <translation>Zentralafrikanische Republik</translation>
    </message>
    <message>
        <source>Congo</source>
        <translation>Kongo-Brazzaville</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Schweiz</translation>
    </message>
    <message>
        <source>Côte d&apos;Ivoire</source>
        <translation>Côte d’Ivoire</translation>
    </message>
    <message>
        <source>Cook Islands</source>
        <translation>Cookinseln</translation>
    </message>
    <message>
        <source>Chile</source>
        <translation>Chile</translation>
    </message>
    <message>
        <source>Cameroon</source>
        <translation>Kamerun</translation>
    </message>
    <message>
        <source>China</source>
        <translation>China</translation>
    </message>
    <message>
        <source>Colombia</source>
        <translation>Kolumbien</translation>
    </message>
    <message>
        <source>Costa Rica</source>
        <translation>Costa Rica</translation>
    </message>
    <message>
        <source>Cuba</source>
        <translation>Kuba</translation>
    </message>
    <message>
        <source>Cabo Verde</source>
        <translation>Cabo Verde</translation>
    </message>
    <message>
        <source>Curaçao</source>
        <translation>Curaçao</translation>
    </message>
    <message>
        <source>Christmas Island</source>
        <translation>Weihnachtsinsel</translation>
    </message>
    <message>
        <source>Cyprus</source>
        <translation>Zypern</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>Tschechien</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Deutschland</translation>
    </message>
    <message>
        <source>Djibouti</source>
        <translation>Dschibuti</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>Dänemark</translation>
    </message>
    <message>
        <source>Dominica</source>
        <translation>Dominica</translation>
    </message>
    <message>
        <source>Dominican Republic</source>
        <translation>Dominikanische Republik</translation>
    </message>
    <message>
        <source>Algeria</source>
        <translation>Algerien</translation>
    </message>
    <message>
        <source>Ecuador</source>
        <translation>Ecuador</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>Estland</translation>
    </message>
    <message>
        <source>Egypt</source>
        <translation>Ägypten</translation>
    </message>
    <message>
        <source>Western Sahara</source>
        <translation>Westsahara</translation>
    </message>
    <message>
        <source>Eritrea</source>
        <translation>Eritrea</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Spanien</translation>
    </message>
    <message>
        <source>Ethiopia</source>
        <translation>Äthiopien</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>Finnland</translation>
    </message>
    <message>
        <source>Fiji</source>
        <translation>Fidschi</translation>
    </message>
    <message>
        <source>Falkland Islands</source>
        <translation>Falklandinseln</translation>
    </message>
    <message>
        <source>Micronesia</source>
        <translation>Mikronesien</translation>
    </message>
    <message>
        <source>Faroe Islands</source>
        <translation>Färöer</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Frankreich</translation>
    </message>
    <message>
        <source>Gabon</source>
        <translation>Gabun</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Vereinigtes Königreich</translation>
    </message>
    <message>
        <source>Grenada</source>
        <translation>Grenada</translation>
    </message>
    <message>
        <source>Georgia</source>
        <translation>Georgien</translation>
    </message>
    <message>
        <source>French Guiana</source>
        <translation>Französisch-Guayana</translation>
    </message>
    <message>
        <source>Guernsey</source>
        <translation>Guernsey</translation>
    </message>
    <message>
        <source>Ghana</source>
        <translation>Ghana</translation>
    </message>
    <message>
        <source>Gibraltar</source>
        <translation>Gibraltar</translation>
    </message>
    <message>
        <source>Greenland</source>
        <translation>Grönland</translation>
    </message>
    <message>
        <source>Gambia</source>
        <translation>Gambia</translation>
    </message>
    <message>
        <source>Guinea</source>
        <translation>Guinea</translation>
    </message>
    <message>
        <source>Guadeloupe</source>
        <translation>Guadeloupe</translation>
    </message>
    <message>
        <source>Equatorial Guinea</source>
        <translation>Äquatorialguinea</translation>
    </message>
    <message>
        <source>Greece</source>
        <translation>Griechenland</translation>
    </message>
    <message>
        <source>South Georgia</source>
        <translation>Südgeorgien und die Südlichen Sandwichinseln</translation>
    </message>
    <message>
        <source>Guatemala</source>
        <translation>Guatemala</translation>
    </message>
    <message>
        <source>Guam</source>
        <translation>Guam</translation>
    </message>
    <message>
        <source>Guinea-Bissau</source>
        <translation>Guinea-Bissau</translation>
    </message>
    <message>
        <source>Guyana</source>
        <translation>Guyana</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>Hongkong</translation>
    </message>
    <message>
        <source>Heard and McDonald Islands</source>
        <translation>Heard und McDonaldinseln</translation>
    </message>
    <message>
        <source>Honduras</source>
        <translation>Honduras</translation>
    </message>
    <message>
        <source>Croatia</source>
        <translation>Kroatien</translation>
    </message>
    <message>
        <source>Haiti</source>
        <translation>Haiti</translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation>Ungarn</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>Indonesien</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irland</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>Israel</translation>
    </message>
    <message>
        <source>Isle of Man</source>
        <translation>Isle of Man</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Indien</translation>
    </message>
    <message>
        <source>British Indian Ocean Territory</source>
        <translation>Britisches Territorium im Indischen Ozean</translation>
    </message>
    <message>
        <source>Iraq</source>
        <translation>Irak</translation>
    </message>
    <message>
        <source>Iran</source>
        <translation>Iran</translation>
    </message>
    <message>
        <source>Iceland</source>
        <translation>Island</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italien</translation>
    </message>
    <message>
        <source>Jersey</source>
        <translation>Jersey</translation>
    </message>
    <message>
        <source>Jamaica</source>
        <translation>Jamaika</translation>
    </message>
    <message>
        <source>Jordan</source>
        <translation>Jordanien</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Japan</translation>
    </message>
    <message>
        <source>Kenya</source>
        <translation>Kenia</translation>
    </message>
    <message>
        <source>Kyrgyzstan</source>
        <translation>Kirgisistan</translation>
    </message>
    <message>
        <source>Cambodia</source>
        <translation>Kambodscha</translation>
    </message>
    <message>
        <source>Kiribati</source>
        <translation>Kiribati</translation>
    </message>
    <message>
        <source>Comoros</source>
        <translation>Komoren</translation>
    </message>
    <message>
        <source>Saint Kitts and Nevis</source>
        <translation>St. Kitts und Nevis</translation>
    </message>
    <message>
        <source>North Korea</source>
        <translation>Nordkorea</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>Südkorea</translation>
    </message>
    <message>
        <source>Kuwait</source>
        <translation>Kuwait</translation>
    </message>
    <message>
        <source>Cayman Islands</source>
        <translation>Kaimaninseln</translation>
    </message>
    <message>
        <source>Kazakhstan</source>
        <translation>Kasachstan</translation>
    </message>
    <message>
        <source>Laos</source>
        <translation>Laos</translation>
    </message>
    <message>
        <source>Lebanon</source>
        <translation>Libanon</translation>
    </message>
    <message>
        <source>Saint Lucia</source>
        <translation>St. Lucia</translation>
    </message>
    <message>
        <source>Liechtenstein</source>
        <translation>Liechtenstein</translation>
    </message>
    <message>
        <source>Sri Lanka</source>
        <translation>Sri Lanka</translation>
    </message>
    <message>
        <source>Liberia</source>
        <translation>Liberia</translation>
    </message>
    <message>
        <source>Lesotho</source>
        <translation>Lesotho</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation>Litauen</translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation>Luxemburg</translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation>Lettland</translation>
    </message>
    <message>
        <source>Libya</source>
        <translation>Libyen</translation>
    </message>
    <message>
        <source>Morocco</source>
        <translation>Marokko</translation>
    </message>
    <message>
        <source>Monaco</source>
        <translation>Monaco</translation>
    </message>
    <message>
        <source>Moldova</source>
        <translation>Republik Moldau</translation>
    </message>
    <message>
        <source>Montenegro</source>
        <translation>Montenegro</translation>
    </message>
    <message>
        <source>Saint Martin</source>
        <translation>St. Martin</translation>
    </message>
    <message>
        <source>Madagascar</source>
        <translation>Madagaskar</translation>
    </message>
    <message>
        <source>Marshall Islands</source>
        <translation>Marshallinseln</translation>
    </message>
    <message>
        <source>North Macedonia</source>
        <translation>Nordmazedonien</translation>
    </message>
    <message>
        <source>Mali</source>
        <translation>Mali</translation>
    </message>
    <message>
        <source>Myanmar</source>
        <translation>Myanmar</translation>
    </message>
    <message>
        <source>Mongolia</source>
        <translation>Mongolei</translation>
    </message>
    <message>
        <source>Macao</source>
        <translation>Macau</translation>
    </message>
    <message>
        <source>Northern Mariana Islands</source>
        <translation>Nördliche Marianen</translation>
    </message>
    <message>
        <source>Martinique</source>
        <translation>Martinique</translation>
    </message>
    <message>
        <source>Mauritania</source>
        <translation>Mauretanien</translation>
    </message>
    <message>
        <source>Montserrat</source>
        <translation>Montserrat</translation>
    </message>
    <message>
        <source>Malta</source>
        <translation>Malta</translation>
    </message>
    <message>
        <source>Mauritius</source>
        <translation>Mauritius</translation>
    </message>
    <message>
        <source>Maldives</source>
        <translation>Malediven</translation>
    </message>
    <message>
        <source>Malawi</source>
        <translation>Malawi</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>Mexiko</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>Malaysia</translation>
    </message>
    <message>
        <source>Mozambique</source>
        <translation>Mosambik</translation>
    </message>
    <message>
        <source>Namibia</source>
        <translation>Namibia</translation>
    </message>
    <message>
        <source>New Caledonia</source>
        <translation>Neukaledonien</translation>
    </message>
    <message>
        <source>Niger</source>
        <translation>Niger</translation>
    </message>
    <message>
        <source>Norfolk Island</source>
        <translation>Norfolkinsel</translation>
    </message>
    <message>
        <source>Nigeria</source>
        <translation>Nigeria</translation>
    </message>
    <message>
        <source>Nicaragua</source>
        <translation>Nicaragua</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Niederlande</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>Norwegen</translation>
    </message>
    <message>
        <source>Nepal</source>
        <translation>Nepal</translation>
    </message>
    <message>
        <source>Nauru</source>
        <translation>Nauru</translation>
    </message>
    <message>
        <source>Niue</source>
        <translation>Niue</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>Neuseeland</translation>
    </message>
    <message>
        <source>Oman</source>
        <translation>Oman</translation>
    </message>
    <message>
        <source>Panama</source>
        <translation>Panama</translation>
    </message>
    <message>
        <source>Peru</source>
        <translation>Peru</translation>
    </message>
    <message>
        <source>French Polynesia</source>
        <translation>Französisch-Polynesien</translation>
    </message>
    <message>
        <source>Papua New Guinea</source>
        <translation>Papua-Neuguinea</translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation>Philippinen</translation>
    </message>
    <message>
        <source>Pakistan</source>
        <translation>Pakistan</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Polen</translation>
    </message>
    <message>
        <source>Saint Pierre and Miquelon</source>
        <translation>St. Pierre und Miquelon</translation>
    </message>
    <message>
        <source>Pitcairn</source>
        <translation>Pitcairninseln</translation>
    </message>
    <message>
        <source>Puerto Rico</source>
        <translation>Puerto Rico</translation>
    </message>
    <message>
        <source>Palestine</source>
        <translation>Palästina</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Portugal</translation>
    </message>
    <message>
        <source>Palau</source>
        <translation>Palau</translation>
    </message>
    <message>
        <source>Paraguay</source>
        <translation>Paraguay</translation>
    </message>
    <message>
        <source>Qatar</source>
        <translation>Katar</translation>
    </message>
    <message>
        <source>Réunion</source>
        <translation>Réunion</translation>
    </message>
    <message>
        <source>Romania</source>
        <translation>Rumänien</translation>
    </message>
    <message>
        <source>Serbia</source>
        <translation>Serbien</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>Russland</translation>
    </message>
    <message>
        <source>Rwanda</source>
        <translation>Ruanda</translation>
    </message>
    <message>
        <source>Saudi Arabia</source>
        <translation>Saudi-Arabien</translation>
    </message>
    <message>
        <source>Solomon Islands</source>
        <translation>Salomonen</translation>
    </message>
    <message>
        <source>Seychelles</source>
        <translation>Seychellen</translation>
    </message>
    <message>
        <source>Sudan</source>
        <translation>Sudan</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Schweden</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapur</translation>
    </message>
    <message>
        <source>Saint Helena</source>
        <translation>St. Helena</translation>
    </message>
    <message>
        <source>Slovenia</source>
        <translation>Slowenien</translation>
    </message>
    <message>
        <source>Svalbard and Jan Mayen</source>
        <translation>Spitzbergen und Jan Mayen</translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation>Slowakei</translation>
    </message>
    <message>
        <source>Sierra Leone</source>
        <translation>Sierra Leone</translation>
    </message>
    <message>
        <source>San Marino</source>
        <translation>San Marino</translation>
    </message>
    <message>
        <source>Senegal</source>
        <translation>Senegal</translation>
    </message>
    <message>
        <source>Somalia</source>
        <translation>Somalia</translation>
    </message>
    <message>
        <source>Suriname</source>
        <translation>Suriname</translation>
    </message>
    <message>
        <source>South Sudan</source>
        <translation>Südsudan</translation>
    </message>
    <message>
        <source>São Tomé and Príncipe</source>
        <translation>São Tomé und Príncipe</translation>
    </message>
    <message>
        <source>El Salvador</source>
        <translation>El Salvador</translation>
    </message>
    <message>
        <source>Sint Maarten</source>
        <translation>Sint Maarten</translation>
    </message>
    <message>
        <source>Syria</source>
        <translation>Syrien</translation>
    </message>
    <message>
        <source>Eswatini</source>
        <translation>Eswatini</translation>
    </message>
    <message>
        <source>Turks and Caicos Islands</source>
        <translation>Turks- und Caicosinseln</translation>
    </message>
    <message>
        <source>Chad</source>
        <translation>Tschad</translation>
    </message>
    <message>
        <source>French Southern Territories</source>
        <translation>Französische Süd- und Antarktisgebiete</translation>
    </message>
    <message>
        <source>Togo</source>
        <translation>Togo</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>Thailand</translation>
    </message>
    <message>
        <source>Tajikistan</source>
        <translation>Tadschikistan</translation>
    </message>
    <message>
        <source>Tokelau</source>
        <translation>Tokelau</translation>
    </message>
    <message>
        <source>Timor-Leste</source>
        <translation>Timor-Leste</translation>
    </message>
    <message>
        <source>Turkmenistan</source>
        <translation>Turkmenistan</translation>
    </message>
    <message>
        <source>Tunisia</source>
        <translation>Tunesien</translation>
    </message>
    <message>
        <source>Tonga</source>
        <translation>Tonga</translation>
    </message>
    <message>
        <source>Türkiye</source>
        <translation>Türkei</translation>
    </message>
    <message>
        <source>Trinidad and Tobago</source>
        <translation>Trinidad und Tobago</translation>
    </message>
    <message>
        <source>Tuvalu</source>
        <translation>Tuvalu</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>Taiwan</translation>
    </message>
    <message>
        <source>Tanzania</source>
        <translation>Tansania</translation>
    </message>
    <message>
        <source>Ukraine</source>
        <translation>Ukraine</translation>
    </message>
    <message>
        <source>Uganda</source>
        <translation>Uganda</translation>
    </message>
    <message>
        <source>US Minor Outlying Islands</source>
        <translation>Amerikanische Überseeinseln</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Vereinigte Staaten</translation>
    </message>
    <message>
        <source>Uruguay</source>
        <translation>Uruguay</translation>
    </message>
    <message>
        <source>Uzbekistan</source>
        <translation>Usbekistan</translation>
    </message>
    <message>
        <source>Vatican City</source>
        <translation>Vatikanstadt</translation>
    </message>
    <message>
        <source>Saint Vincent</source>
        <translation>St. Vincent und die Grenadinen</translation>
    </message>
    <message>
        <source>Venezuela</source>
        <translation>Venezuela</translation>
    </message>
    <message>
        <source>British Virgin Islands</source>
        <translation>Britische Jungferninseln</translation>
    </message>
    <message>
        <source>US Virgin Islands</source>
        <translation>Amerikanische Jungferninseln</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>Vietnam</translation>
    </message>
    <message>
        <source>Vanuatu</source>
        <translation>Vanuatu</translation>
    </message>
    <message>
        <source>Wallis and Futuna</source>
        <translation>Wallis und Futuna</translation>
    </message>
    <message>
        <source>Samoa</source>
        <translation>Samoa</translation>
    </message>
    <message>
        <source>Kosovo</source>
        <translation>Kosovo</translation>
    </message>
    <message>
        <source>Yemen</source>
        <translation>Jemen</translation>
    </message>
    <message>
        <source>Mayotte</source>
        <translation>Mayotte</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>Südafrika</translation>
    </message>
    <message>
        <source>Zambia</source>
        <translation>Sambia</translation>
    </message>
    <message>
        <source>Zimbabwe</source>
        <translation>Simbabwe</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Probes of scans under the present thresholds</source>
        <translation>Sonden von Scans unter den jetzigen Schwellen</translation>
    </message>
    <message>
        <source>No scan: too few targets</source>
        <translation>Kein Scan: zu wenige Ziele</translation>
    </message>
    <message>
        <source>Probes whose source hit fewer distinct targets than asked for without a longer silence</source>
        <translation>Sonden, deren Quelle ohne längere Stille weniger verschiedene Ziele traf als verlangt</translation>
    </message>
    <message>
        <source>No scan: too slow</source>
        <translation>Kein Scan: zu langsam</translation>
    </message>
    <message>
        <source>Probes whose source hit enough targets, but with fewer packets a second than asked for</source>
        <translation>Sonden, deren Quelle genug Ziele traf, aber mit weniger Paketen in der Sekunde als verlangt</translation>
    </message>
    <message>
        <source>No scan: both</source>
        <translation>Kein Scan: beides</translation>
    </message>
    <message>
        <source>Probes whose source hit too few targets, and those too slowly</source>
        <translation>Sonden, deren Quelle zu wenige Ziele traf, und diese zu langsam</translation>
    </message>
    <message>
        <source>Backscatter</source>
        <translation>Backscatter</translation>
    </message>
    <message>
        <source>Answers to packets that bore a forged source</source>
        <translation>Antworten auf Pakete, die eine gefälschte Quelle trugen</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Neither probes nor answers, or not to be told</source>
        <translation>Weder Sonden noch Antworten, oder nicht zu unterscheiden</translation>
    </message>
    <message>
        <source>Fragments</source>
        <translation>Fragmente</translation>
    </message>
    <message>
        <source>Pieces of IP packets behind the first: they have no ports</source>
        <translation>Stücke von IP-Paketen hinter dem ersten: sie haben keine Ports</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Außerhalb</translation>
    </message>
    <message>
        <source>Packets whose target is not in the telescope</source>
        <translation>Pakete, deren Ziel nicht im Teleskop liegt</translation>
    </message>
    <message>
        <source>Not IP</source>
        <translation>Kein IP</translation>
    </message>
    <message>
        <source>ARP and its like</source>
        <translation>ARP und dergleichen</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>Headers cut, or contradicting one another</source>
        <translation>Köpfe abgeschnitten oder im Widerspruch zueinander</translation>
    </message>
    <message>
        <source>Unsupported link</source>
        <translation>Unbekannte Verbindung</translation>
    </message>
    <message>
        <source>Frames of a link type that cannot be taken apart</source>
        <translation>Rahmen einer Verbindungsart, die nicht zerlegt werden kann</translation>
    </message>
    <message>
        <source>AH-1, address dispersion</source>
        <translation>AH-1, Streuung der Adressen</translation>
    </message>
    <message>
        <source>a scan that touches at least 10 % of the telescope&apos;s addresses</source>
        <translation>ein Scan, der mindestens 10 % der Adressen des Teleskops berührt</translation>
    </message>
    <message>
        <source>AH-2, packet volume</source>
        <translation>AH-2, Menge der Pakete</translation>
    </message>
    <message>
        <source>a scan with more packets than the 99.99 % quantile of all scans</source>
        <translation>ein Scan mit mehr Paketen als das 99,99-%-Quantil aller Scans</translation>
    </message>
    <message>
        <source>AH-3, distinct ports</source>
        <translation>AH-3, verschiedene Ports</translation>
    </message>
    <message>
        <source>more ports on a day than the 99.99 % quantile of all sources&apos; days</source>
        <translation>mehr Ports an einem Tag als das 99,99-%-Quantil der Tage aller Quellen</translation>
    </message>
    <message>
        <source>Mirai</source>
        <translation>Mirai</translation>
    </message>
    <message>
        <source>sequence number = target</source>
        <translation>Sequenznummer = Ziel</translation>
    </message>
    <message>
        <source>ZMap to 4.0, XMap</source>
        <translation>ZMap bis 4.0, XMap</translation>
    </message>
    <message>
        <source>IP ID 54321</source>
        <translation>IP-ID 54321</translation>
    </message>
    <message>
        <source>Masscan</source>
        <translation>Masscan</translation>
    </message>
    <message>
        <source>IP ID = target xor port xor sequence number</source>
        <translation>IP-ID = Ziel xor Port xor Sequenznummer</translation>
    </message>
    <message>
        <source>Nmap</source>
        <translation>Nmap</translation>
    </message>
    <message>
        <source>halves of the sequence number xored: equal for all packets</source>
        <translation>Hälften der Sequenznummer mit xor: gleich bei allen Paketen</translation>
    </message>
    <message>
        <source>Unicornscan</source>
        <translation>Unicornscan</translation>
    </message>
    <message>
        <source>one key in all sequence numbers</source>
        <translation>ein Schlüssel in allen Sequenznummern</translation>
    </message>
    <message>
        <source>hping3</source>
        <translation>hping3</translation>
    </message>
    <message>
        <source>window 512, no options, an acknowledgement number on a SYN</source>
        <translation>Fenster 512, keine Optionen, eine Bestätigungsnummer an einem SYN</translation>
    </message>
    <message>
        <source>Scapy</source>
        <translation>Scapy</translation>
    </message>
    <message>
        <source>IP ID 1, window 8192, sequence number 0</source>
        <translation>IP-ID 1, Fenster 8192, Sequenznummer 0</translation>
    </message>
    <message>
        <source>like ZMap since 4.1</source>
        <translation>wie ZMap seit 4.1</translation>
    </message>
    <message>
        <source>window 65,535, ZMap&apos;s option order, DF clear, first TTL 64</source>
        <translation>Fenster 65.535, Reihenfolge der Optionen wie bei ZMap, DF nicht gesetzt, erste TTL 64</translation>
    </message>
    <message>
        <source>Paper 2014</source>
        <translation>Aufsatz 2014</translation>
    </message>
    <message>
        <source>Durumeric, Bailey, Halderman, An Internet-Wide View of Internet-Wide Scanning, 2014</source>
        <translation>Durumeric, Bailey, Halderman, An Internet-Wide View of Internet-Wide Scanning, 2014</translation>
    </message>
    <message>
        <source>Merit</source>
        <translation>Merit</translation>
    </message>
    <message>
        <source>Merit Network&apos;s darknet-events as it runs on the ORION telescope</source>
        <translation>darknet-events von Merit Network, wie es am ORION-Teleskop läuft</translation>
    </message>
    <message>
        <source>Reproduction 2018</source>
        <translation>Reproduktion 2018</translation>
    </message>
    <message>
        <source>a reproduction of the 2014 paper on data of 2018-10-30</source>
        <translation>eine Reproduktion des Aufsatzes von 2014 an Daten vom 30.10.2018</translation>
    </message>
    <message>
        <source>Small telescope</source>
        <translation>Kleines Teleskop</translation>
    </message>
    <message>
        <source>for telescopes below 4,096 addresses, where Internet-wide rates mean nothing</source>
        <translation>für Teleskope unter 4.096 Adressen, wo internetweite Raten nichts bedeuten</translation>
    </message>
    <message>
        <source>port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>too few sources</source>
        <translation>zu wenige Quellen</translation>
    </message>
    <message>
        <source>no difference shown</source>
        <translation>kein Unterschied gezeigt</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>verschwunden</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>less</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>time, UTC</source>
        <translation>Zeit, UTC</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>üblich</translation>
    </message>
    <message>
        <source>usual before</source>
        <translation>vorher üblich</translation>
    </message>
    <message>
        <source>percentage points of scans, with 95 % interval</source>
        <translation>Prozentpunkte der Scans, mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>coverage of the telescope</source>
        <translation>Abdeckung des Teleskops</translation>
    </message>
    <message>
        <source>share of scans up to that coverage</source>
        <translation>Anteil der Scans bis zu dieser Abdeckung</translation>
    </message>
    <message>
        <source>the same tool (%1)</source>
        <translation>dasselbe Werkzeug (%1)</translation>
    </message>
    <message>
        <source>the same ports (%1)</source>
        <translation>dieselben Ports (%1)</translation>
    </message>
    <message>
        <source>the same period (%1 to %2)</source>
        <translation>derselbe Zeitraum (%1 bis %2)</translation>
    </message>
    <message>
        <source>neighbouring addresses (%1)</source>
        <translation>benachbarte Adressen (%1)</translation>
    </message>
    <message>
        <source>the same network (AS%1 %2)</source>
        <translation>dasselbe Netz (AS%1 %2)</translation>
    </message>
    <message>
        <source>targets divided among them (%1 of %2 asked twice, %3 by chance)</source>
        <translation>Ziele untereinander aufgeteilt (%1 von %2 doppelt gefragt, %3 durch Zufall)</translation>
    </message>
    <message>
        <source>%1, %2 times as many</source>
        <translation>%1, %2-mal so viele</translation>
    </message>
    <message>
        <source>only the %1 ports with most scans are looked at</source>
        <translation>nur die %1 Ports mit den meisten Scans werden betrachtet</translation>
    </message>
    <message>
        <source>a capture of less than ten minutes has no rhythm</source>
        <translation>ein Mitschnitt von weniger als zehn Minuten hat keinen Rhythmus</translation>
    </message>
    <message>
        <source>the capture holds %1 whole intervals, and a rhythm takes %2</source>
        <translation>der Mitschnitt enthält %1 ganze Abschnitte, und ein Rhythmus braucht %2</translation>
    </message>
    <message>
        <source>a side has fewer than %1 scanning sources, which is too few for any test</source>
        <translation>eine Seite hat weniger als %1 scannende Quellen, zu wenige für jeden Test</translation>
    </message>
    <message>
        <source>scan sizes are left out: below %1 addresses a telescope cannot tell them</source>
        <translation>Scangrößen sind ausgelassen: mit weniger als %1 Adressen kann ein Teleskop sie nicht bestimmen</translation>
    </message>
    <message>
        <source>%1 in %2 are once as one each in totals, ports, countries and tools; scans and scanners list them one by one</source>
        <translation>%1 in %2 zählen in Summen, Ports, Ländern und Werkzeugen je Kampagne einmal; Scans und Scanner führen sie einzeln auf</translation>
    </message>
    <message>
        <source>the telescopes have %1 and %2 addresses, and one of fewer than %3 tells nothing of the Internet: the two cannot be brought to equal thresholds, and no difference is tested</source>
        <translation>die Teleskope haben %1 und %2 Adressen, und eines mit weniger als %3 sagt nichts über das Internet: beide lassen sich nicht auf gleiche Schwellen bringen, und kein Unterschied wird geprüft</translation>
    </message>
    <message>
        <source>the telescopes have %1 and %2 addresses; both are asked for scans of at least %3 % of the telescope and %4 packets a second Internet-wide</source>
        <translation>die Teleskope haben %1 und %2 Adressen; beide werden nach Scans von mindestens %3 % des Teleskops und %4 Paketen je Sekunde im ganzen Internet gefragt</translation>
    </message>
    <message>
        <source>a silence of %1 s ends a scan on the larger telescope and of %2 s on the smaller, where packets of a scan come more rarely</source>
        <translation>eine Stille von %1 s beendet einen Scan auf dem größeren Teleskop, von %2 s auf dem kleineren, wo Pakete eines Scans seltener ankommen</translation>
    </message>
    <message>
        <source>no rate is asked for, so the expiry is the same although packets of a scan come more rarely to the smaller telescope</source>
        <translation>keine Rate ist verlangt, darum ist die Ablaufzeit dieselbe, obwohl Pakete eines Scans auf dem kleineren Teleskop seltener ankommen</translation>
    </message>
    <message>
        <source>the capture begins after the event, so how long the first scan took is not known</source>
        <translation>der Mitschnitt beginnt nach dem Ereignis, darum ist nicht bekannt, wie lange es bis zum ersten Scan dauerte</translation>
    </message>
    <message>
        <source>no scan of its ports begins after it within the capture</source>
        <translation>kein Scan seiner Ports beginnt im Mitschnitt danach</translation>
    </message>
    <message>
        <source>a telescope of %1 addresses cannot tell a scan of 1 % of the Internet</source>
        <translation>ein Teleskop mit %1 Adressen kann einen Scan von 1 % des Internets nicht erkennen</translation>
    </message>
    <message>
        <source>the event is known to the month, so times count from its begin</source>
        <translation>das Ereignis ist auf den Monat genau bekannt, darum zählen Zeiten von dessen Beginn an</translation>
    </message>
    <message>
        <source>the event is known to the day, so times count from its begin</source>
        <translation>das Ereignis ist auf den Tag genau bekannt, darum zählen Zeiten von dessen Beginn an</translation>
    </message>
    <message>
        <source>fewer than %1 whole intervals before the event: nothing to hold the time after it against</source>
        <translation>weniger als %1 ganze Abschnitte vor dem Ereignis: nichts, womit sich die Zeit danach vergleichen ließe</translation>
    </message>
    <message>
        <source>scanning rose above what was usual in single intervals alone, which is no lasting interest</source>
        <translation>nur in einzelnen Abschnitten wurde mehr als üblich gescannt, was kein anhaltendes Interesse ist</translation>
    </message>
    <message>
        <source>scanning did not rise above what was usual</source>
        <translation>es wurde nicht mehr als üblich gescannt</translation>
    </message>
    <message>
        <source>the capture ends before the interest has fallen to half</source>
        <translation>der Mitschnitt endet, bevor das Interesse auf die Hälfte gefallen ist</translation>
    </message>
    <message>
        <source>the capture ends before the event</source>
        <translation>der Mitschnitt endet vor dem Ereignis</translation>
    </message>
    <message>
        <source>the port has so much other traffic that an effect is hard to see</source>
        <translation>der Port hat so viel anderen Verkehr, dass eine Wirkung schwer zu sehen ist</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1, von %2 bis %3</translation>
    </message>
    <message>
        <source>%1 more of this kind</source>
        <translation>%1 weitere dieser Art</translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>Nicht gelesen: %1</translation>
    </message>
    <message>
        <source>Nothing of it is in the results.</source>
        <translation>Nichts davon ist in den Ergebnissen.</translation>
    </message>
    <message>
        <source>%1 was read in part: %2</source>
        <translation>%1 wurde teilweise gelesen: %2</translation>
    </message>
    <message>
        <source>What lies behind that place is missing from every number; scans that went on there end early.</source>
        <translation>Was hinter dieser Stelle liegt, fehlt in allen Zahlen; Scans, die dort weitergingen, enden zu früh.</translation>
    </message>
    <message>
        <source>The reading was stopped.</source>
        <translation>Das Lesen wurde angehalten.</translation>
    </message>
    <message>
        <source>The results cover what was read until then.</source>
        <translation>Die Ergebnisse umfassen, was bis dahin gelesen wurde.</translation>
    </message>
    <message>
        <source>What is no capture was left out.</source>
        <translation>Was kein Mitschnitt ist, wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Only frames that match &apos;%1&apos; were read.</source>
        <translation>Nur Rahmen, auf die „%1“ zutrifft, wurden gelesen.</translation>
    </message>
    <message>
        <source>All numbers are about these; shares are shares of them.</source>
        <translation>Alle Zahlen betreffen diese; Anteile sind Anteile davon.</translation>
    </message>
    <message>
        <source>Between %1 and %2 lie %3.</source>
        <translation>Zwischen %1 und %2 liegen %3.</translation>
    </message>
    <message>
        <source>Scans under way are cut in two where this is longer than the expiry.</source>
        <translation>Laufende Scans werden zerschnitten, wo das länger als die Ablaufzeit ist.</translation>
    </message>
    <message>
        <source>%1 and %2 have %3 in common.</source>
        <translation>%1 und %2 haben %3 gemeinsam.</translation>
    </message>
    <message>
        <source>Packets that are in both count twice; scans and targets do not.</source>
        <translation>Pakete in beiden zählen doppelt; Scans und Ziele nicht.</translation>
    </message>
    <message>
        <source>Nothing at all was recorded for %1.</source>
        <translation>Gar nichts wurde aufgezeichnet für %1.</translation>
    </message>
    <message>
        <source>If the telescope was not listening, scans were cut and rates are too low.</source>
        <translation>Wenn das Teleskop nicht lauschte, wurden Scans zerschnitten, und Raten sind zu niedrig.</translation>
    </message>
    <message>
        <source>None from the order alone, since every packet counts by its own time. If the clock was set, rates and silences around that moment are wrong by as much.</source>
        <translation>Keine durch die Reihenfolge allein, denn jedes Paket zählt nach seiner eigenen Zeit. Wurde die Uhr gestellt, sind Raten und Pausen um diesen Zeitpunkt um ebenso viel falsch.</translation>
    </message>
    <message>
        <source>Packets and rates may be too high by that share; scans&apos; targets are not.</source>
        <translation>Pakete und Raten können um diesen Anteil zu hoch sein; Ziele von Scans nicht.</translation>
    </message>
    <message>
        <source>They count as of 1970-01-01, so durations and rates of their scans mean nothing.</source>
        <translation>Sie zählen als vom 1970-01-01, Dauern und Raten ihrer Scans bedeuten darum nichts.</translation>
    </message>
    <message>
        <source>The snap length is %1 bytes.</source>
        <translation>Die Kürzungslänge beträgt %1 Byte.</translation>
    </message>
    <message>
        <source>Snap lengths of the captures go from %1 to %2 bytes.</source>
        <translation>Die Kürzungslängen der Mitschnitte reichen von %1 bis %2 Byte.</translation>
    </message>
    <message>
        <source>On %1 of them the tool rules that look at window and options could not be tested; the numbers of tested packets say so.</source>
        <translation>An %1 davon ließen sich die Werkzeugregeln, die Fenster und Optionen ansehen, nicht prüfen; die Zahlen geprüfter Pakete sagen es.</translation>
    </message>
    <message>
        <source>None: what scans and tool rules look at is there.</source>
        <translation>Keine: was Scans und Werkzeugregeln ansehen, ist da.</translation>
    </message>
    <message>
        <source>They are in no scan.</source>
        <translation>Sie gehören zu keinem Scan.</translation>
    </message>
    <message>
        <source>They are in no scan; the reasons are counted one by one.</source>
        <translation>Sie gehören zu keinem Scan; die Gründe sind einzeln gezählt.</translation>
    </message>
    <message>
        <source>None: their headers are whole, and they count as what those say.</source>
        <translation>Keine: ihre Kopfdaten sind ganz, und sie zählen als das, was diese sagen.</translation>
    </message>
    <message>
        <source>Frames per link type: %1.</source>
        <translation>Rahmen je Verbindungstyp: %1.</translation>
    </message>
    <message>
        <source>None: frames of each type that can be read count alike.</source>
        <translation>Keine: Rahmen jedes lesbaren Typs zählen gleich.</translation>
    </message>
    <message>
        <source>%1 of the telescope never received a packet, where %2 would be expected by chance. %3</source>
        <translation>%1 des Teleskops erhielten nie ein Paket, wo durch Zufall %2 zu erwarten wären. %3</translation>
    </message>
    <message>
        <source>The largest silent block is %1.</source>
        <translation>Der größte stumme Block ist %1.</translation>
    </message>
    <message>
        <source>The largest silent blocks are %1.</source>
        <translation>Die größten stummen Blöcke sind %1.</translation>
    </message>
    <message>
        <source>If they are not routed to the telescope, coverage and Internet-wide rates are too low; give the prefixes without them.</source>
        <translation>Wenn sie nicht zum Teleskop geleitet werden, sind Abdeckung und internetweite Raten zu niedrig; geben Sie die Präfixe ohne sie an.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message>
        <source>The reading was stopped; results cover what was read until then</source>
        <translation>Das Lesen wurde angehalten; Ergebnisse umfassen, was bis dahin gelesen wurde</translation>
    </message>
    <message>
        <source>To keep within the memory allowed the index was coarsened: silences are kept from %1 up. Results are exact for expiries from there up</source>
        <translation>Um im erlaubten Speicher zu bleiben, wurde der Index vergröbert: Pausen sind ab %1 erhalten. Ergebnisse sind für Ablaufzeiten ab dort genau</translation>
    </message>
    <message>
        <source>More memory was taken than is allowed: the index alone needs %1 MB for its sources and ports, of which a coarser one has as many. Read fewer captures at once, or narrow them by --filter</source>
        <translation>Es wurde mehr Speicher belegt als erlaubt: der Index allein braucht %1 MB für seine Quellen und Ports, von denen ein gröberer ebenso viele hat. Lesen Sie weniger Mitschnitte auf einmal, oder grenzen Sie sie mit --filter ein</translation>
    </message>
    <message>
        <source>The telescope&apos;s size, %1 addresses, is inferred from the targets of probes; give its prefixes or its size where they are known</source>
        <translation>Die Größe des Teleskops, %1 Adressen, ist aus den Zielen der Sonden erschlossen; geben Sie seine Präfixe oder seine Größe an, wo sie bekannt sind</translation>
    </message>
    <message>
        <source>A telescope of %1 addresses is too small for Internet-wide numbers; they mean something from 4,096 addresses up</source>
        <translation>Ein Teleskop mit %1 Adressen ist zu klein für internetweite Zahlen; ab 4.096 Adressen bedeuten sie etwas</translation>
    </message>
    <message>
        <source>An expiry of %1 cannot be answered: silences are kept from %2 up, and that was used</source>
        <translation>Eine Ablaufzeit von %1 lässt sich nicht beantworten: Pausen sind ab %2 erhalten, und diese wurde verwendet</translation>
    </message>
    <message>
        <source>An expiry of %1 cuts a scan at the least rate asked for with probability %2 at every packet; %3 s would do so with %4</source>
        <translation>Eine Ablaufzeit von %1 zerschneidet einen Scan mit der kleinsten verlangten Rate bei jedem Paket mit der Wahrscheinlichkeit %2; %3 s täten das mit %4</translation>
    </message>
    <message>
        <source>The port of %1 is a function of the target (%2): these ports were not chosen and are kept in the ranking of ports</source>
        <translation>Der Port von %1 ist eine Funktion des Ziels (%2): diese Ports wurden nicht gewählt und stehen mit in der Rangfolge der Ports</translation>
    </message>
    <message>
        <source>The port of %1 is a function of the target (%2): these ports were not chosen and are left out of the ranking of ports</source>
        <translation>Der Port von %1 ist eine Funktion des Ziels (%2): diese Ports wurden nicht gewählt und fehlen in der Rangfolge der Ports</translation>
    </message>
    <message>
        <source>The list of known scanners &apos;%1&apos; is of %2, %3 years after the capture; its prefixes may have had other holders then</source>
        <translation>Die Liste bekannter Scanner „%1“ ist vom %2, %3 Jahre nach dem Mitschnitt; ihre Präfixe können damals andere Inhaber gehabt haben</translation>
    </message>
    <message>
        <source>The list of known scanners &apos;%1&apos; is of %2, %3 years before the capture; its prefixes may have had other holders then</source>
        <translation>Die Liste bekannter Scanner „%1“ ist vom %2, %3 Jahre vor dem Mitschnitt; ihre Präfixe können dann andere Inhaber gehabt haben</translation>
    </message>
    <message numerus="yes">
        <source>%2: %1 sources began to scan from %3 to %4, where %5 are usual</source>
        <translation>
            <numerusform>%2: von %3 bis %4 begann %1 Quelle zu scannen, üblich sind %5</numerusform>
            <numerusform>%2: von %3 bis %4 begannen %1 Quellen zu scannen, üblich sind %5</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sources</source>
        <translation>
            <numerusform>%1 Quelle</numerusform>
            <numerusform>%1 Quellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 campaigns</source>
        <translation>
            <numerusform>%1 Kampagne</numerusform>
            <numerusform>%1 Kampagnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 files in the folders do not begin as captures.</source>
        <translation>
            <numerusform>%1 Datei in den Ordnern beginnt nicht wie ein Mitschnitt.</numerusform>
            <numerusform>%1 Dateien in den Ordnern beginnen nicht wie Mitschnitte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Time runs backwards at %1 frames (%2 of all), by %3 at the most.</source>
        <translation>
            <numerusform>Bei %1 Rahmen (%2 von allen) läuft die Zeit rückwärts, um höchstens %3.</numerusform>
            <numerusform>Bei %1 Rahmen (%2 von allen) läuft die Zeit rückwärts, um höchstens %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 frames (%2 of all) repeat one of the two before within 1 ms.</source>
        <translation>
            <numerusform>%1 Rahmen (%2 von allen) wiederholt einen der beiden vor ihm binnen 1 ms.</numerusform>
            <numerusform>%1 Rahmen (%2 von allen) wiederholen einen der beiden vor ihnen binnen 1 ms.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 frames carry no time.</source>
        <translation>
            <numerusform>%1 Rahmen trägt keine Zeit.</numerusform>
            <numerusform>%1 Rahmen tragen keine Zeit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 frames (%2 of all) were not recorded whole.</source>
        <translation>
            <numerusform>%1 Rahmen (%2 von allen) wurde nicht ganz aufgezeichnet.</numerusform>
            <numerusform>%1 Rahmen (%2 von allen) wurden nicht ganz aufgezeichnet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 frames (%2 of all) were not recorded whole. %3</source>
        <translation>
            <numerusform>%1 Rahmen (%2 von allen) wurde nicht ganz aufgezeichnet. %3</numerusform>
            <numerusform>%1 Rahmen (%2 von allen) wurden nicht ganz aufgezeichnet. %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 frames are of link types that cannot be read.</source>
        <translation>
            <numerusform>%1 Rahmen hat einen Verbindungstyp, der sich nicht lesen lässt.</numerusform>
            <numerusform>%1 Rahmen haben Verbindungstypen, die sich nicht lesen lassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 frames (%2 of all) have headers that are cut or contradict themselves.</source>
        <translation>
            <numerusform>%1 Rahmen (%2 von allen) hat Kopfdaten, die abgeschnitten sind oder sich widersprechen.</numerusform>
            <numerusform>%1 Rahmen (%2 von allen) haben Kopfdaten, die abgeschnitten sind oder sich widersprechen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 packets (%2 of all) claim a length beyond what carried them.</source>
        <translation>
            <numerusform>%1 Paket (%2 von allen) gibt eine größere Länge an als das, was es trug.</numerusform>
            <numerusform>%1 Pakete (%2 von allen) geben eine größere Länge an als das, was sie trug.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 addresses</source>
        <translation>
            <numerusform>%1 Adresse</numerusform>
            <numerusform>%1 Adressen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %2 ports from %3 to %4</source>
        <translation>
            <numerusform>%1 %2-Port von %3 bis %4</numerusform>
            <numerusform>%1 %2-Ports von %3 bis %4</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>a share of %1 means nothing</source>
        <translation>ein Anteil an %1 besagt nichts</translation>
    </message>
    <message>
        <source>no scan has it</source>
        <translation>kein Scan hat ihn</translation>
    </message>
    <message>
        <source>too few scans of that size, or sizes are not known</source>
        <translation>zu wenige Scans dieser Größe, oder die Größen sind nicht bekannt</translation>
    </message>
    <message>
        <source>less than an hour says nothing of a day</source>
        <translation>weniger als eine Stunde sagt nichts über einen Tag</translation>
    </message>
    <message>
        <source>the telescope is too small to tell how large a scan is</source>
        <translation>das Teleskop ist zu klein, um zu sagen, wie groß ein Scan ist</translation>
    </message>
    <message>
        <source>the countries of the sources are not known</source>
        <translation>die Länder der Quellen sind nicht bekannt</translation>
    </message>
    <message>
        <source>which ports these were is not known here</source>
        <translation>welche Ports das waren, ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>no list of known scanners was asked</source>
        <translation>es wurde keine Liste bekannter Scanner gefragt</translation>
    </message>
    <message>
        <source>counted over hosts of one network, which is not what a telescope is</source>
        <translation>gezählt über die Rechner eines Netzes, und das ist kein Teleskop</translation>
    </message>
    <message>
        <source>too few scans for shares</source>
        <translation>zu wenige Scans für Anteile</translation>
    </message>
    <message>
        <source>what is shown is only part of the scans</source>
        <translation>gezeigt wird nur ein Teil der Scans</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 (contaminated)</source>
        <translation>%1: %2 (verunreinigt)</translation>
    </message>
    <message>
        <source>Read in the study.</source>
        <translation>In der Studie gelesen.</translation>
    </message>
    <message>
        <source>Read in a text about the study, or derived.</source>
        <translation>In einem Text über die Studie gelesen, oder abgeleitet.</translation>
    </message>
    <message>
        <source>Note: %1.</source>
        <translation>Anmerkung: %1.</translation>
    </message>
    <message>
        <source>Contaminated: %1.</source>
        <translation>Verunreinigt: %1.</translation>
    </message>
    <message>
        <source>Empty echo request, as Nmap&apos;s</source>
        <translation>Leere Echo-Anfrage wie von Nmap</translation>
    </message>
    <message>
        <source>Time stamp request</source>
        <translation>Zeitstempel-Anfrage</translation>
    </message>
    <message>
        <source>Echo request of ZMap since 3.0</source>
        <translation>Echo-Anfrage von ZMap seit 3.0</translation>
    </message>
    <message>
        <source>ping of Windows</source>
        <translation>ping von Windows</translation>
    </message>
    <message>
        <source>Echo request of Masscan</source>
        <translation>Echo-Anfrage von Masscan</translation>
    </message>
    <message>
        <source>ping of Linux</source>
        <translation>ping von Linux</translation>
    </message>
    <message>
        <source>WS-Discovery, 5 bytes</source>
        <translation>WS-Discovery, 5 Bytes</translation>
    </message>
    <message>
        <source>SIP, the word OPTIONS</source>
        <translation>SIP, das Wort OPTIONS</translation>
    </message>
    <message>
        <source>Netis backdoor</source>
        <translation>Netis-Hintertür</translation>
    </message>
    <message>
        <source>LDAP without connection</source>
        <translation>LDAP ohne Verbindung</translation>
    </message>
    <message>
        <source>VxWorks debug agent</source>
        <translation>VxWorks-Debug-Agent</translation>
    </message>
    <message>
        <source>ZMap since 4.1.0, option set windows (its default)</source>
        <translation>ZMap seit 4.1.0, Optionen windows (seine Vorgabe)</translation>
    </message>
    <message>
        <source>ZMap since 4.1.0, option set bsd</source>
        <translation>ZMap seit 4.1.0, Optionen bsd</translation>
    </message>
    <message>
        <source>ZMap since 4.1.0, option set linux</source>
        <translation>ZMap seit 4.1.0, Optionen linux</translation>
    </message>
    <message>
        <source>ZMap since 4.1.0, option set smallest-probes</source>
        <translation>ZMap seit 4.1.0, Optionen smallest-probes</translation>
    </message>
    <message>
        <source>Masscan&apos;s development head since 2023-11-07</source>
        <translation>Entwicklungsstand von Masscan seit 2023-11-07</translation>
    </message>
    <message>
        <source>Nmap with window 1024, the only one since 2011-06</source>
        <translation>Nmap mit Fenster 1024, dem einzigen seit 2011-06</translation>
    </message>
    <message>
        <source>Nmap before 2011-06</source>
        <translation>Nmap vor 2011-06</translation>
    </message>
    <message>
        <source>Unicornscan, default profile</source>
        <translation>Unicornscan, vorgegebenes Profil</translation>
    </message>
    <message>
        <source>Angry IP Scanner on Windows</source>
        <translation>Angry IP Scanner unter Windows</translation>
    </message>
    <message>
        <source>Linux&apos;s own stack</source>
        <translation>der eigene Stack von Linux</translation>
    </message>
    <message>
        <source>Windows&apos; own stack</source>
        <translation>der eigene Stack von Windows</translation>
    </message>
    <message>
        <source>the own stack of macOS, FreeBSD or OpenBSD</source>
        <translation>der eigene Stack von macOS, FreeBSD oder OpenBSD</translation>
    </message>
    <message>
        <source>no system&apos;s own stack: irregular SYN</source>
        <translation>keines Systems eigener Stack: ungewöhnliches SYN</translation>
    </message>
    <message>
        <source>the scanner from source port 6000</source>
        <translation>der Scanner von Quellport 6000</translation>
    </message>
    <message>
        <source>Morto worm</source>
        <translation>der Wurm Morto</translation>
    </message>
    <message>
        <source>embedded-Linux scanner of 2014 (&quot;BNET&quot;)</source>
        <translation>Scanner auf eingebettetem Linux von 2014 („BNET“)</translation>
    </message>
    <message>
        <source>Scapy&apos;s defaults</source>
        <translation>Vorgaben von Scapy</translation>
    </message>
    <message>
        <source>Rank of a port</source>
        <translation>Rang eines Ports</translation>
    </message>
    <message>
        <source>Rank of a country</source>
        <translation>Rang eines Landes</translation>
    </message>
    <message>
        <source>Scans of a port</source>
        <translation>Scans eines Ports</translation>
    </message>
    <message>
        <source>Small scans of a port</source>
        <translation>Kleine Scans eines Ports</translation>
    </message>
    <message>
        <source>Large scans of a port, of the top ports&apos;</source>
        <translation>Große Scans eines Ports, an denen der ersten Ports</translation>
    </message>
    <message>
        <source>Scans of five countries</source>
        <translation>Scans von fünf Ländern</translation>
    </message>
    <message>
        <source>Tools in scans of over 10 %</source>
        <translation>Werkzeuge in Scans über 10 %</translation>
    </message>
    <message>
        <source>Tools in scans of over 50 %</source>
        <translation>Werkzeuge in Scans über 50 %</translation>
    </message>
    <message>
        <source>Scans of over 1 %</source>
        <translation>Scans über 1 %</translation>
    </message>
    <message>
        <source>Scans of over 10 %</source>
        <translation>Scans über 10 %</translation>
    </message>
    <message>
        <source>Packets of scans of over 1 %</source>
        <translation>Pakete von Scans über 1 %</translation>
    </message>
    <message>
        <source>Packets of scans of over 10 %</source>
        <translation>Pakete von Scans über 10 %</translation>
    </message>
    <message>
        <source>Packets of a tool</source>
        <translation>Pakete eines Werkzeugs</translation>
    </message>
    <message>
        <source>Packets an address and day</source>
        <translation>Pakete je Adresse und Tag</translation>
    </message>
    <message>
        <source>SYNs to 13 ports</source>
        <translation>SYNs an 13 Ports</translation>
    </message>
    <message>
        <source>Sources on lists of scanners</source>
        <translation>Quellen auf Listen von Scannern</translation>
    </message>
    <message>
        <source>Packets of these sources</source>
        <translation>Pakete dieser Quellen</translation>
    </message>
    <message>
        <source>Packets of localized scans</source>
        <translation>Pakete örtlicher Scans</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>trifft zu</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>misses</source>
        <translation>trifft nicht zu</translation>
    </message>
    <message>
        <source>not meant for</source>
        <translation>nicht dafür gedacht</translation>
    </message>
    <message>
        <source>Source: %1. Confidence: high.</source>
        <translation>Quelle: %1. Gewissheit: hoch.</translation>
    </message>
    <message>
        <source>Source: %1. Confidence: medium, from secondary sources.</source>
        <translation>Quelle: %1. Gewissheit: mittel, aus Sekundärquellen.</translation>
    </message>
    <message>
        <source>%1, %2 of %3 packets</source>
        <translation>%1, %2 von %3 Paketen</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>hand-made: a field is constant that systems vary</source>
        <translation>handgemacht: ein Feld ist gleich, das Systeme ändern</translation>
    </message>
    <message>
        <source>connect(): the system&apos;s own stack sent it</source>
        <translation>connect(): vom eigenen Stack des Systems gesendet</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>sequence number</source>
        <translation>Sequenznummer</translation>
    </message>
    <message>
        <source>source port</source>
        <translation>Quellport</translation>
    </message>
    <message>
        <source>IP ID</source>
        <translation>IP-ID</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>IP length</source>
        <translation>IP-Länge</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Stack</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>The time stamp that ZMap puts into all packets of a scan.</source>
        <translation>Der Zeitstempel, den ZMap in alle Pakete eines Scans setzt.</translation>
    </message>
    <message>
        <source>several</source>
        <translation>mehrere</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>0.1 to 1 %</source>
        <translation>0,1 bis 1 %</translation>
    </message>
    <message>
        <source>1 to 10 %</source>
        <translation>1 bis 10 %</translation>
    </message>
    <message>
        <source>10 to 100 %</source>
        <translation>10 bis 100 %</translation>
    </message>
    <message>
        <source>0 to 0.1 %</source>
        <translation>0 bis 0,1 %</translation>
    </message>
    <message>
        <source>cut at byte %1: %2</source>
        <translation>abgeschnitten bei Byte %1: %2</translation>
    </message>
    <message>
        <source>no capture was given</source>
        <translation>es wurde kein Mitschnitt angegeben</translation>
    </message>
    <message>
        <source>no file in it begins as a capture</source>
        <translation>keine Datei darin beginnt wie ein Mitschnitt</translation>
    </message>
    <message>
        <source>there is not enough memory for the index of these captures</source>
        <translation>für den Index dieser Mitschnitte reicht der Speicher nicht</translation>
    </message>
    <message>
        <source>standard input cannot be read a second time; save it to a file</source>
        <translation>die Standardeingabe lässt sich kein zweites Mal lesen; speichern Sie sie in eine Datei</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an address or prefix such as 198.18.0.0/16</source>
        <translation>„%1“ ist keine Adresse und kein Präfix wie 198.18.0.0/16</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: the length of the prefix must be 0 to %2</source>
        <translation>„%1“: die Länge des Präfixes muss 0 bis %2 sein</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has bits set behind its length; did you mean %2?</source>
        <translation>„%1“ hat Bits hinter seiner Länge; ist %2 gemeint?</translation>
    </message>
    <message>
        <source>cannot be written: %1</source>
        <translation>lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>cannot be written: it is a folder</source>
        <translation>lässt sich nicht schreiben: es ist ein Ordner</translation>
    </message>
    <message>
        <source>cannot be opened: %1</source>
        <translation>lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>cannot be examined: %1</source>
        <translation>lässt sich nicht untersuchen: %1</translation>
    </message>
    <message>
        <source>is a folder, not a file</source>
        <translation>ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>reading at byte %1 failed: %2</source>
        <translation>das Lesen bei Byte %1 misslang: %2</translation>
    </message>
    <message>
        <source>reading failed: %1</source>
        <translation>das Lesen misslang: %1</translation>
    </message>
    <message>
        <source>lists of prefixes</source>
        <translation>Präfixlisten</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>holds no prefix</source>
        <translation>enthält kein Präfix</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is neither text, number, truth nor a list of these</source>
        <translation>„%1“ ist weder Text, Zahl, Wahrheitswert noch eine Liste davon</translation>
    </message>
    <message>
        <source>%1:%2: %3</source>
        <translation>%1:%2: %3</translation>
    </message>
    <message>
        <source>files of settings</source>
        <translation>Dateien mit Einstellungen</translation>
    </message>
    <message>
        <source>settings of more than a megabyte are none</source>
        <translation>Einstellungen von mehr als einem Megabyte sind keine</translation>
    </message>
    <message>
        <source>is larger than %1 MiB, which no %2 are</source>
        <translation>ist größer als %1 MiB, und das sind keine %2</translation>
    </message>
    <message>
        <source>from its beginning</source>
        <translation>von Anfang an</translation>
    </message>
    <message>
        <source>behind &apos;%1&apos; (character %2)</source>
        <translation>hinter „%1“ (Zeichen %2)</translation>
    </message>
    <message>
        <source>the filter &apos;%1&apos; makes no sense %2: %3</source>
        <translation>der Filter „%1“ ergibt %2 keinen Sinn: %3</translation>
    </message>
    <message>
        <source>cannot be opened: not enough memory</source>
        <translation>lässt sich nicht öffnen: der Speicher reicht nicht</translation>
    </message>
    <message>
        <source>is not a capture that can be read: %1</source>
        <translation>ist kein lesbarer Mitschnitt: %1</translation>
    </message>
    <message>
        <source>is empty; a capture has at least a header of 24 bytes</source>
        <translation>ist leer; ein Mitschnitt hat zumindest einen Kopf von 24 Bytes</translation>
    </message>
    <message>
        <source>is text, not a capture</source>
        <translation>ist Text, kein Mitschnitt</translation>
    </message>
    <message>
        <source>is not a capture: it begins with the bytes %1, which no format known here does</source>
        <translation>ist kein Mitschnitt: sie beginnt mit den Bytes %1, und das tut kein hier bekanntes Format</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>the first block is cut short</source>
        <translation>der erste Block ist abgeschnitten</translation>
    </message>
    <message>
        <source>it makes no progress</source>
        <translation>es geht nicht weiter</translation>
    </message>
    <message>
        <source>the file ends in the middle of it</source>
        <translation>die Datei endet mittendrin</translation>
    </message>
    <message>
        <source>the %1 data is damaged before byte %2 of the file: %3</source>
        <translation>die %1-Daten sind vor Byte %2 der Datei beschädigt: %3</translation>
    </message>
    <message>
        <source>the magic number of a capture is missing</source>
        <translation>die Kennzahl eines Mitschnitts fehlt</translation>
    </message>
    <message>
        <source>the file header of %1 bytes is cut after %2</source>
        <translation>der Dateikopf von %1 Bytes ist nach %2 abgeschnitten</translation>
    </message>
    <message>
        <source>version %1.%2 of the capture format is not known</source>
        <translation>Version %1.%2 des Mitschnittformats ist nicht bekannt</translation>
    </message>
    <message>
        <source>a record claims %1 captured bytes, more than the %2 that are possible</source>
        <translation>ein Eintrag gibt %1 mitgeschnittene Bytes an, mehr als die möglichen %2</translation>
    </message>
    <message>
        <source>a block claims a length of %1 bytes</source>
        <translation>ein Block gibt eine Länge von %1 Bytes an</translation>
    </message>
    <message>
        <source>the two lengths of a block differ</source>
        <translation>die beiden Längen eines Blocks sind verschieden</translation>
    </message>
    <message>
        <source>the file does not begin with a section</source>
        <translation>die Datei beginnt nicht mit einem Abschnitt</translation>
    </message>
    <message>
        <source>a section header is too short</source>
        <translation>ein Abschnittskopf ist zu kurz</translation>
    </message>
    <message>
        <source>a section header has no byte-order magic</source>
        <translation>einem Abschnittskopf fehlt die Kennzahl der Byte-Reihenfolge</translation>
    </message>
    <message>
        <source>version %1.%2 of pcapng is not known</source>
        <translation>Version %1.%2 von pcapng ist nicht bekannt</translation>
    </message>
    <message>
        <source>an interface description is too short</source>
        <translation>die Beschreibung einer Schnittstelle ist zu kurz</translation>
    </message>
    <message>
        <source>a section has more than a million interfaces</source>
        <translation>ein Abschnitt hat mehr als eine Million Schnittstellen</translation>
    </message>
    <message>
        <source>a packet names interface %1, of which nothing was said</source>
        <translation>ein Paket nennt Schnittstelle %1, von der nichts gesagt wurde</translation>
    </message>
    <message>
        <source>a packet claims %1 bytes in a block that has %2</source>
        <translation>ein Paket gibt %1 Bytes an, in einem Block mit %2</translation>
    </message>
    <message>
        <source>an enhanced packet block is too short</source>
        <translation>ein Enhanced Packet Block ist zu kurz</translation>
    </message>
    <message>
        <source>a packet block is too short</source>
        <translation>ein Packet Block ist zu kurz</translation>
    </message>
    <message>
        <source>a simple packet block is too short</source>
        <translation>ein Simple Packet Block ist zu kurz</translation>
    </message>
    <message>
        <source>a simple packet block stands before any interface</source>
        <translation>ein Simple Packet Block steht vor der ersten Schnittstelle</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>one classic capture cannot hold these packets: give it a name that ends in .pcapng</source>
        <translation>ein klassischer Mitschnitt kann diese Pakete nicht fassen: wählen Sie einen Namen, der auf .pcapng endet</translation>
    </message>
    <message>
        <source>a rule needs at least one condition</source>
        <translation>eine Regel braucht mindestens eine Bedingung</translation>
    </message>
    <message>
        <source>the rule has no &apos;%1&apos;</source>
        <translation>die Regel hat kein „%1“</translation>
    </message>
    <message>
        <source>&apos;%1&apos; must be text</source>
        <translation>„%1“ muss Text sein</translation>
    </message>
    <message>
        <source>&apos;kind&apos; must be one of %1</source>
        <translation>„kind“ muss eines von %1 sein</translation>
    </message>
    <message>
        <source>there is no field &apos;%1&apos;</source>
        <translation>es gibt kein Feld „%1“</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a field of TCP</source>
        <translation>„%1“ ist ein Feld von TCP</translation>
    </message>
    <message>
        <source>&apos;%1&apos; needs a value</source>
        <translation>„%1“ braucht einen Wert</translation>
    </message>
    <message>
        <source>&apos;%1&apos; must be a number from 0 to %2, a range such as &quot;1-9&quot;, or a list of these</source>
        <translation>„%1“ muss eine Zahl von 0 bis %2 sein, ein Bereich wie &quot;1-9&quot;, oder eine Liste davon</translation>
    </message>
    <message>
        <source>&apos;relations&apos; must be a list of text</source>
        <translation>„relations“ muss eine Liste von Texten sein</translation>
    </message>
    <message>
        <source>the relations are: %1</source>
        <translation>die Beziehungen sind: %1</translation>
    </message>
    <message>
        <source>a sequence number is a field of TCP</source>
        <translation>eine Sequenznummer ist ein Feld von TCP</translation>
    </message>
    <message>
        <source>there are two rules &apos;%1&apos;</source>
        <translation>es gibt zwei Regeln „%1“</translation>
    </message>
    <message>
        <source>there may be %1 rules and no more</source>
        <translation>es darf %1 Regeln geben und nicht mehr</translation>
    </message>
    <message>
        <source>is not a country or network database that can be read: %1</source>
        <translation>ist keine lesbare Datenbank von Ländern oder Netzen: %1</translation>
    </message>
    <message>
        <source>port=23 or port=23/tcp</source>
        <translation>port=23 oder port=23/tcp</translation>
    </message>
    <message>
        <source>country=NL, or country=?? where it is not known</source>
        <translation>country=NL, oder country=??, wo es nicht bekannt ist</translation>
    </message>
    <message>
        <source>tool=zmap, or another name that reports have</source>
        <translation>tool=zmap, oder einen anderen Namen aus den Berichten</translation>
    </message>
    <message>
        <source>size=small or size=large</source>
        <translation>size=small oder size=large</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not understood; say %2</source>
        <translation>„%1“ wird nicht verstanden; sagen Sie %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not begin with one of %2=</source>
        <translation>„%1“ beginnt mit keinem von %2=</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no date such as 2018-03-28, 2013-09 or 2018-03-28T14:00Z</source>
        <translation>„%1“ ist kein Datum wie 2018-03-28, 2013-09 oder 2018-03-28T14:00Z</translation>
    </message>
    <message>
        <source>the event has no name</source>
        <translation>das Ereignis hat keinen Namen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; are no ports such as tcp/80 udp/53</source>
        <translation>„%1“ sind keine Ports wie tcp/80 udp/53</translation>
    </message>
    <message>
        <source>the visibility &apos;%1&apos; is neither own nor busy</source>
        <translation>die Sichtbarkeit „%1“ ist weder own noch busy</translation>
    </message>
    <message>
        <source>the confidence &apos;%1&apos; is none of checked, known, own</source>
        <translation>die Gewissheit „%1“ ist keine von checked, known, own</translation>
    </message>
    <message>
        <source>line 1: a list of events begins with %1</source>
        <translation>Zeile 1: eine Liste von Ereignissen beginnt mit %1</translation>
    </message>
    <message>
        <source>too many fields, or a quote that does not end</source>
        <translation>zu viele Felder, oder ein Anführungszeichen, das nicht geschlossen ist</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>a quotation mark is not closed</source>
        <translation>ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>an organisation and a prefix are wanted, with a comma between</source>
        <translation>verlangt sind eine Organisation und ein Präfix, mit einem Komma dazwischen</translation>
    </message>
    <message>
        <source>the organisation has no name</source>
        <translation>die Organisation hat keinen Namen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no day as in 2026-03-10</source>
        <translation>„%1“ ist kein Tag wie 2026-03-10</translation>
    </message>
    <message>
        <source>begins like JSON and is none</source>
        <translation>beginnt wie JSON und ist keines</translation>
    </message>
    <message>
        <source>is no warning list of type &quot;cidr&quot;, which holds prefixes</source>
        <translation>ist keine Warnliste der Art &quot;cidr&quot;, die Präfixe enthält</translation>
    </message>
    <message>
        <source>has no &quot;list&quot; of prefixes</source>
        <translation>hat keine &quot;list&quot; von Präfixen</translation>
    </message>
    <message>
        <source>is no text</source>
        <translation>ist kein Text</translation>
    </message>
    <message>
        <source>%1, entry %2 of its list: %3</source>
        <translation>%1, Eintrag %2 ihrer Liste: %3</translation>
    </message>
    <message>
        <source>lists of scanners</source>
        <translation>Listen von Scannern</translation>
    </message>
    <message>
        <source>the profile has no &apos;%1&apos;</source>
        <translation>das Profil hat kein „%1“</translation>
    </message>
    <message>
        <source>&apos;based_on&apos; must be a profile that is shipped, and not &apos;%1&apos;</source>
        <translation>„based_on“ muss ein mitgeliefertes Profil sein, und nicht „%1“</translation>
    </message>
    <message>
        <source>&apos;name&apos; may have small letters, digits, dots and hyphens, 64 at most</source>
        <translation>„name“ darf kleine Buchstaben, Ziffern, Punkte und Bindestriche haben, höchstens 64</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is the name of a profile that is shipped</source>
        <translation>„%1“ heißt ein mitgeliefertes Profil</translation>
    </message>
    <message>
        <source>there is no threshold &apos;%1&apos;</source>
        <translation>es gibt keine Schwelle „%1“</translation>
    </message>
    <message>
        <source>&apos;expiry_s&apos; must be a number of seconds from 0.001 to 1e9</source>
        <translation>„expiry_s“ muss eine Zahl von Sekunden von 0.001 bis 1e9 sein</translation>
    </message>
    <message>
        <source>&apos;min_targets_floor&apos; is for a share of the telescope alone</source>
        <translation>„min_targets_floor“ gilt nur für einen Anteil am Teleskop</translation>
    </message>
    <message>
        <source>&apos;min_rate_pps&apos; must be packets a second, 0 for any</source>
        <translation>„min_rate_pps“ muss in Paketen je Sekunde stehen, 0 für jede Rate</translation>
    </message>
    <message>
        <source>&apos;internet_size&apos; must be a number of addresses</source>
        <translation>„internet_size“ muss eine Zahl von Adressen sein</translation>
    </message>
    <message>
        <source>&apos;large_percent&apos; must be from 0 to 100</source>
        <translation>„large_percent“ muss von 0 bis 100 sein</translation>
    </message>
    <message>
        <source>&apos;%1&apos; must be %2 or %3</source>
        <translation>„%1“ muss %2 oder %3 sein</translation>
    </message>
    <message>
        <source>there are two profiles &apos;%1&apos;</source>
        <translation>es gibt zwei Profile „%1“</translation>
    </message>
    <message>
        <source>there is no profile &apos;%1&apos;; the profiles are %2</source>
        <translation>es gibt kein Profil „%1“; die Profile sind %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is neither a number of targets nor a percentage of the telescope such as 25%</source>
        <translation>„%1“ ist weder eine Zahl von Zielen noch ein Anteil am Teleskop wie 25%</translation>
    </message>
    <message>
        <source>%1: no key: make one with &quot;openssl rand -hex 32&quot; and keep it</source>
        <translation>%1: kein Schlüssel: machen Sie einen mit &quot;openssl rand -hex 32&quot; und bewahren Sie ihn auf</translation>
    </message>
    <message>
        <source>cannot be written: the disk is full: make room, and try again</source>
        <translation>lässt sich nicht schreiben: der Datenträger ist voll: schaffen Sie Platz und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>damaged, so make it anew from its captures: %1</source>
        <translation>beschädigt; machen Sie sie aus ihren Mitschnitten neu: %1</translation>
    </message>
    <message>
        <source>SQLite cannot go on: %1</source>
        <translation>SQLite kann nicht weiter: %1</translation>
    </message>
    <message>
        <source>damaged: %1; make it anew from its captures</source>
        <translation>beschädigt: %1; machen Sie sie aus ihren Mitschnitten neu</translation>
    </message>
    <message>
        <source>there is not enough memory for its bursts</source>
        <translation>für ihre Bursts reicht der Speicher nicht</translation>
    </message>
    <message>
        <source>column %1 of segment %2</source>
        <translation>Spalte %1 von Segment %2</translation>
    </message>
    <message>
        <source>an SQLite file, but no index or session</source>
        <translation>eine SQLite-Datei, aber kein Index und keine Sitzung</translation>
    </message>
    <message>
        <source>written by a newer Sweepscope (format %1, this one reads up to %2): update Sweepscope, or make the file anew with this one</source>
        <translation>von einem neueren Sweepscope geschrieben (Format %1, dieses liest bis %2): bringen Sie Sweepscope auf den neuen Stand, oder machen Sie die Datei mit diesem neu</translation>
    </message>
    <message>
        <source>its %1 is missing</source>
        <translation>ihr Teil „%1“ fehlt</translation>
    </message>
    <message>
        <source>its %1 does not fit its checksum</source>
        <translation>ihr Teil „%1“ passt nicht zu seiner Prüfsumme</translation>
    </message>
    <message>
        <source>its activity makes no sense</source>
        <translation>ihre Zähler über die Zeit ergeben keinen Sinn</translation>
    </message>
    <message>
        <source>of its session %1</source>
        <translation>in ihrer Sitzung: %1</translation>
    </message>
    <message>
        <source>its origins make no sense</source>
        <translation>ihre Herkünfte ergeben keinen Sinn</translation>
    </message>
    <message>
        <source>segment %1 is missing</source>
        <translation>Segment %1 fehlt</translation>
    </message>
    <message>
        <source>the new captures</source>
        <translation>die neuen Mitschnitte</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>ganz</translation>
    </message>
    <message>
        <source>shard %1/%2</source>
        <translation>Teil %1/%2</translation>
    </message>
    <message>
        <source>%1 was read with another telescope, filter or tunnels than %2: read both alike</source>
        <translation>%1 wurde mit anderem Teleskop, Filter oder anderen Tunneln gelesen als %2: lesen Sie beide gleich</translation>
    </message>
    <message>
        <source>no index was given</source>
        <translation>es wurde kein Index angegeben</translation>
    </message>
    <message>
        <source>its addresses are anonymised: merge first, and anonymise then</source>
        <translation>ihre Adressen sind anonymisiert: erst vereinen, dann anonymisieren</translation>
    </message>
    <message>
        <source>what came of rules of one&apos;s own was left out, because not all parts were read with the same rules</source>
        <translation>was eigene Regeln ergaben, wurde weggelassen, weil nicht alle Teile mit denselben Regeln gelesen wurden</translation>
    </message>
    <message>
        <source>left out, because its captures are in the other parts</source>
        <translation>weggelassen, weil ihre Mitschnitte in den anderen Teilen sind</translation>
    </message>
    <message>
        <source>%1 (%2) and %3 (%4) are parts of different indexes: give all shards of one index, or the same shard of several</source>
        <translation>%1 (%2) und %3 (%4) sind Teile verschiedener Indizes: geben Sie alle Teile eines Indexes an, oder denselben Teil von mehreren</translation>
    </message>
    <message>
        <source>left out, because %1 is there already</source>
        <translation>weggelassen, weil %1 schon da ist</translation>
    </message>
    <message>
        <source>%1 of the same index is missing</source>
        <translation>%1 desselben Indexes fehlt</translation>
    </message>
    <message>
        <source>the text is no JSON object</source>
        <translation>der Text ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>its member &quot;%1&quot; makes no sense</source>
        <translation>ihr Eintrag &quot;%1&quot; ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>stopped, and nothing was written</source>
        <translation>angehalten, und nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>there is not enough memory to write it</source>
        <translation>um sie zu schreiben, reicht der Speicher nicht</translation>
    </message>
    <message>
        <source>cannot be made: %1</source>
        <translation>lässt sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>damaged: its origins do not fit its sources</source>
        <translation>beschädigt: ihre Herkünfte passen nicht zu ihren Quellen</translation>
    </message>
    <message>
        <source>the addresses are anonymised; countries and networks are those of the real ones</source>
        <translation>die Adressen sind anonymisiert; Länder und Netze sind die der echten</translation>
    </message>
    <message>
        <source>there is not enough memory for it</source>
        <translation>dafür reicht der Speicher nicht</translation>
    </message>
    <message>
        <source>the parts are a shard of another division already</source>
        <translation>die Teile sind schon Teil einer anderen Aufteilung</translation>
    </message>
    <message numerus="yes">
        <source>the last record is cut short, %1 bytes of it are missing</source>
        <translation>
            <numerusform>der letzte Eintrag ist abgeschnitten, %1 Byte davon fehlt</numerusform>
            <numerusform>der letzte Eintrag ist abgeschnitten, %1 Bytes davon fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of its %2 captures are in the other parts too, and bursts cannot be taken apart again: leave it out, or read the captures anew</source>
        <translation>
            <numerusform>%1 ihrer %2 Mitschnitte ist auch in den anderen Teilen, und Bursts lassen sich nicht wieder trennen: lassen Sie sie weg, oder lesen Sie die Mitschnitte neu</numerusform>
            <numerusform>%1 ihrer %2 Mitschnitte sind auch in den anderen Teilen, und Bursts lassen sich nicht wieder trennen: lassen Sie sie weg, oder lesen Sie die Mitschnitte neu</numerusform>
        </translation>
    </message>
    <message>
        <source>the file must begin with: format = &quot;%1&quot;</source>
        <translation>die Datei muss beginnen mit: format = &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is unknown here; expected [[%2]]</source>
        <translation>„%1“ ist hier unbekannt; erwartet wird [[%2]]</translation>
    </message>
    <message>
        <source>&apos;flags&apos; must be those of a TCP packet, such as &quot;SYN+ECE+CWR&quot;, or &quot;none&quot;</source>
        <translation>„flags“ müssen die eines TCP-Pakets sein, wie &quot;SYN+ECE+CWR&quot;, oder &quot;none&quot;</translation>
    </message>
    <message>
        <source>&apos;options&apos; must be the options of a TCP packet in their order, such as &quot;MSS, NOP, WS, NOP, NOP, SACK&quot; (also TS, EOL), or &quot;none&quot;</source>
        <translation>„options“ müssen die Optionen eines TCP-Pakets in ihrer Reihenfolge sein, wie &quot;MSS, NOP, WS, NOP, NOP, SACK&quot; (auch TS, EOL), oder &quot;none&quot;</translation>
    </message>
    <message>
        <source>&apos;min_targets&apos; must be a number of targets, or a share of the telescope such as &quot;25%&quot;</source>
        <translation>„min_targets“ muss eine Zahl von Zielen sein, oder ein Anteil am Teleskop wie &quot;25%&quot;</translation>
    </message>
    <message>
        <source>&apos;min_targets_floor&apos; must be a number of targets</source>
        <translation>„min_targets_floor“ muss eine Zahl von Zielen sein</translation>
    </message>
    <message>
        <source>lists of events</source>
        <translation>Listen von Ereignissen</translation>
    </message>
    <message>
        <source>its report makes no sense</source>
        <translation>der Bericht darin ergibt keinen Sinn</translation>
    </message>
</context>
<context>
    <name>display</name>
    <message>
        <source>T</source>
        <translation>Bio.</translation>
    </message>
    <message>
        <source>G</source>
        <translation>Mrd.</translation>
    </message>
    <message>
        <source>M</source>
        <translation>Mio.</translation>
    </message>
    <message>
        <source>years</source>
        <translation>Jahre</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>k</source>
        <translation>Tsd.</translation>
    </message>
    <message>
        <source>local time</source>
        <translation>Ortszeit</translation>
    </message>
</context>
<context>
    <name>sweepscope</name>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 Zeile</numerusform>
            <numerusform>%1 Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 of %2 rows</source>
        <translation>Die ersten %1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>no least rate: any silence may be a slow scan</source>
        <translation>keine Mindestrate: jede Stille kann ein langsamer Scan sein</translation>
    </message>
    <message>
        <source>cuts %1 of the gaps of the slowest scans</source>
        <translation>trennt %1 der Pausen der langsamsten Scans</translation>
    </message>
    <message>
        <source>%1 · %2 keeps them</source>
        <translation>%1 · %2 erhält sie</translation>
    </message>
    <message numerus="yes">
        <source>%1 targets</source>
        <translation>
            <numerusform>%1 Ziel</numerusform>
            <numerusform>%1 Ziele</numerusform>
        </translation>
    </message>
    <message>
        <source>more than the telescope has</source>
        <translation>mehr, als das Teleskop hat</translation>
    </message>
    <message>
        <source>%1 of the telescope</source>
        <translation>%1 des Teleskops</translation>
    </message>
    <message>
        <source>any rate</source>
        <translation>jede Rate</translation>
    </message>
    <message>
        <source>here · %1 pps Internet-wide</source>
        <translation>hier · %1 pps im ganzen Internet</translation>
    </message>
    <message>
        <source>too few addresses for Internet-wide rates</source>
        <translation>zu wenige Adressen für internetweite Raten</translation>
    </message>
    <message>
        <source>Internet-wide · %1 pps here</source>
        <translation>internetweit · %1 pps hier</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 addresses</source>
        <translation>
            <numerusform>%1 von %2 Adresse</numerusform>
            <numerusform>%1 von %2 Adressen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 targets: too few steps to tell an order</source>
        <translation>
            <numerusform>%1 Ziel: zu wenige Schritte, um eine Ordnung zu erkennen</numerusform>
            <numerusform>%1 Ziele: zu wenige Schritte, um eine Ordnung zu erkennen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 targets in ascending order: one after another</source>
        <translation>
            <numerusform>%1 Ziel in aufsteigender Ordnung</numerusform>
            <numerusform>%1 Ziele in aufsteigender Ordnung: eins nach dem anderen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 targets in descending order: one after another</source>
        <translation>
            <numerusform>%1 Ziel in absteigender Ordnung</numerusform>
            <numerusform>%1 Ziele in absteigender Ordnung: eins nach dem anderen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 targets in no order: drawn at random, or from a permutation</source>
        <translation>
            <numerusform>%1 Ziel ohne Ordnung</numerusform>
            <numerusform>%1 Ziele ohne Ordnung: zufällig gezogen oder aus einer Permutation</numerusform>
        </translation>
    </message>
    <message>
        <source>; none twice.</source>
        <translation>; keins zweimal.</translation>
    </message>
    <message>
        <source>; %1 more than once.</source>
        <translation>; %1 mehr als einmal.</translation>
    </message>
    <message>
        <source>Between packets: median %1, from %2 to %3.</source>
        <translation>Zwischen Paketen: Median %1, von %2 bis %3.</translation>
    </message>
    <message>
        <source>One TTL: %1.</source>
        <translation>Eine TTL: %1.</translation>
    </message>
    <message>
        <source>%1 TTLs from %2 to %3.</source>
        <translation>%1 TTLs von %2 bis %3.</translation>
    </message>
    <message>
        <source>One source port: %1.</source>
        <translation>Ein Quellport: %1.</translation>
    </message>
    <message>
        <source>%1 source ports from %2 to %3.</source>
        <translation>%1 Quellports von %2 bis %3.</translation>
    </message>
    <message>
        <source>unknown network</source>
        <translation>unbekanntes Netz</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>below 0.1 %</source>
        <translation>unter 0,1 %</translation>
    </message>
    <message>
        <source>0.1 to 1 %</source>
        <translation>0,1 bis 1 %</translation>
    </message>
    <message>
        <source>1 to 10 %</source>
        <translation>1 bis 10 %</translation>
    </message>
    <message>
        <source>from 10 %</source>
        <translation>ab 10 %</translation>
    </message>
    <message>
        <source>Ports by scan size</source>
        <translation>Ports nach Scangröße</translation>
    </message>
    <message>
        <source>Ports by country</source>
        <translation>Ports nach Land</translation>
    </message>
    <message>
        <source>others</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Tools by coverage</source>
        <translation>Werkzeuge nach Abdeckung</translation>
    </message>
    <message>
        <source>below %1 %</source>
        <translation>unter %1 %</translation>
    </message>
    <message>
        <source>from %1 %</source>
        <translation>ab %1 %</translation>
    </message>
    <message>
        <source>%1 to %2 %</source>
        <translation>%1 bis %2 %</translation>
    </message>
    <message numerus="yes">
        <source>%1 scans</source>
        <translation>
            <numerusform>%1 Scan</numerusform>
            <numerusform>%1 Scans</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Open captures</source>
        <translation>Mitschnitte öffnen</translation>
    </message>
    <message>
        <source>Captures and sessions (*.pcap *.pcapng *.cap *.dmp *.pcap.gz *.gz *.zst *.sweepscope);;Sessions (*.sweepscope);;All files (*)</source>
        <translation>Mitschnitte und Sitzungen (*.pcap *.pcapng *.cap *.dmp *.pcap.gz *.gz *.zst *.sweepscope);;Sitzungen (*.sweepscope);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>To keep within the memory allowed, silences are kept from %1 s up; results are exact for expiries from there up</source>
        <translation>Um im erlaubten Speicher zu bleiben, werden Pausen ab %1 s behalten; Ergebnisse sind für Ablaufzeiten ab da genau</translation>
    </message>
    <message>
        <source>The reading was stopped; what was read until then is shown</source>
        <translation>Das Lesen wurde angehalten; gezeigt wird, was bis dahin gelesen war</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message numerus="yes">
        <source>%1 addresses</source>
        <translation>
            <numerusform>%1 Adresse</numerusform>
            <numerusform>%1 Adressen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 addresses, until captures say how many</source>
        <translation>
            <numerusform>%1 Adresse, bis Mitschnitte sagen, wie viele</numerusform>
            <numerusform>%1 Adressen, bis Mitschnitte sagen, wie viele</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 addresses, inferred from the targets of probes</source>
        <translation>
            <numerusform>%1 Adresse, aus den Zielen der Sonden geschlossen</numerusform>
            <numerusform>%1 Adressen, aus den Zielen der Sonden geschlossen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> und %n weiterer</numerusform>
            <numerusform> und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>AS%1 %2</source>
        <translation>AS%1 %2</translation>
    </message>
    <message>
        <source>Known scanner</source>
        <translation>Bekannter Scanner</translation>
    </message>
    <message>
        <source>By the list</source>
        <translation>Nach der Liste</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <translation>%1, vom %2</translation>
    </message>
    <message>
        <source>First packet (%1)</source>
        <translation>Erstes Paket (%1)</translation>
    </message>
    <message>
        <source>Last packet (%1)</source>
        <translation>Letztes Paket (%1)</translation>
    </message>
    <message>
        <source>Of the Internet, 95 %</source>
        <translation>Vom Internet, 95 %</translation>
    </message>
    <message>
        <source>Without its repeats</source>
        <translation>Ohne Wiederholungen</translation>
    </message>
    <message>
        <source>May be cut by the capture&apos;s</source>
        <translation>Vielleicht abgeschnitten an der Aufzeichnung</translation>
    </message>
    <message>
        <source>begin and end</source>
        <translation>Anfang und Ende</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Localized</source>
        <translation>Örtlich</translation>
    </message>
    <message>
        <source>yes, p %1</source>
        <translation>ja, p %1</translation>
    </message>
    <message>
        <source>no, p %1</source>
        <translation>nein, p %1</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Most targets in a scan</source>
        <translation>Meiste Ziele in einem Scan</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Its rate here / Internet-wide</source>
        <translation>Seine Rate hier / internetweit</translation>
    </message>
    <message>
        <source>%1 / %2 pps</source>
        <translation>%1 / %2 pps</translation>
    </message>
    <message>
        <source>Attacks that it answers</source>
        <translation>Angriffe, auf die es antwortet</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Most of the largest</source>
        <translation>Meist beim größten</translation>
    </message>
    <message>
        <source>Targets of the largest</source>
        <translation>Ziele des größten</translation>
    </message>
    <message>
        <source>RSDoS rule, of the largest</source>
        <translation>RSDoS-Regel, beim größten</translation>
    </message>
    <message>
        <source>At these thresholds</source>
        <translation>Bei diesen Schwellen</translation>
    </message>
    <message>
        <source>no scan is left</source>
        <translation>bleibt kein Scan</translation>
    </message>
</context>
<context>
    <name>sweepscope::AboutDialog</name>
    <message>
        <source>not found beside the program</source>
        <translation>beim Programm nicht gefunden</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Eigene Daten</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>Shipped database</source>
        <translation>Mitgelieferte Datenbank</translation>
    </message>
    <message>
        <source>Database of your own</source>
        <translation>Eigene Datenbank</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Über %1</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>&lt;p&gt;Countries and networks: the &lt;a href=&apos;https://location.ipfire.org&apos;&gt;IPFire Location&lt;/a&gt; database, as packaged by Debian and the Tor Project, under &lt;a href=&apos;https://creativecommons.org/licenses/by-sa/4.0/&apos;&gt;CC BY-SA 4.0&lt;/a&gt;; brought into one file by this project, which stays under that licence.&lt;/p&gt;&lt;p&gt;Outlines of countries: &lt;a href=&apos;https://www.naturalearthdata.com&apos;&gt;Natural Earth&lt;/a&gt;, in the public domain.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Länder und Netze: die Datenbank &lt;a href=&apos;https://location.ipfire.org&apos;&gt;IPFire Location&lt;/a&gt;, wie sie Debian und das Tor-Projekt verteilen, unter &lt;a href=&apos;https://creativecommons.org/licenses/by-sa/4.0/&apos;&gt;CC BY-SA 4.0&lt;/a&gt;; von diesem Projekt in eine Datei gebracht, die unter dieser Lizenz bleibt.&lt;/p&gt;&lt;p&gt;Umrisse der Länder: &lt;a href=&apos;https://www.naturalearthdata.com&apos;&gt;Natural Earth&lt;/a&gt;, gemeinfrei.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;h3&gt;%1 %2&lt;/h3&gt;&lt;p&gt;Shows who sweeps the Internet, from captures of a network telescope.&lt;/p&gt;&lt;p&gt;Licence: GPL-3.0-or-later. There is no warranty.&lt;/p&gt;&lt;p&gt;Built with Qt Charts, {fmt}, CLI11, nlohmann-json and toml++. Runs with %3.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;%1 %2&lt;/h3&gt;&lt;p&gt;Zeigt aus Mitschnitten eines Netzteleskops, wer das Internet absucht.&lt;/p&gt;&lt;p&gt;Lizenz: GPL-3.0-or-later. Ohne Gewähr.&lt;/p&gt;&lt;p&gt;Gebaut mit Qt Charts, {fmt}, CLI11, nlohmann-json und toml++. Läuft mit %3.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>sweepscope::AccountsChart</name>
    <message>
        <source>All packets</source>
        <translation>Alle Pakete</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 frames, %3
%4</source>
        <translation>
            <numerusform>%1: %2 Rahmen, %3
%4</numerusform>
            <numerusform>%1: %2 Rahmen, %3
%4</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No frames</source>
        <translation>Keine Rahmen</translation>
    </message>
</context>
<context>
    <name>sweepscope::AggressiveDialog</name>
    <message>
        <source>Aggressive scanners</source>
        <translation>Aggressive Scanner</translation>
    </message>
    <message>
        <source>By any of the three definitions</source>
        <translation>Nach einer der drei Definitionen</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Sources by day</source>
        <translation>Quellen nach Tag</translation>
    </message>
    <message>
        <source>%1: %2 (%3). Here: %4; %5 fit.</source>
        <translation>%1: %2 (%3). Hier: %4; %5 passen.</translation>
    </message>
    <message>
        <source>The paper asks this of the events of the ORION telescope, which profile Merit makes; here it is asked of the scans at the present thresholds.</source>
        <translation>Der Aufsatz fragt dies an den Ereignissen des ORION-Teleskops, die das Profil Merit ergibt; hier wird es an den Scans mit den jetzigen Schwellen gefragt.</translation>
    </message>
</context>
<context>
    <name>sweepscope::AllPacketsPage</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>All packets</source>
        <translation>Alle Pakete</translation>
    </message>
    <message>
        <source>Bins</source>
        <translation>Fächer</translation>
    </message>
    <message>
        <source>Bins of all packets</source>
        <translation>Fächer aller Pakete</translation>
    </message>
    <message>
        <source>Sources of the bin</source>
        <translation>Quellen des Fachs</translation>
    </message>
    <message>
        <source>Sources, %1: %2</source>
        <translation>Quellen, %1: %2</translation>
    </message>
    <message>
        <source>No frames were read.</source>
        <translation>Es wurden keine Rahmen gelesen.</translation>
    </message>
    <message>
        <source>Choose a bin on the left to see its sources.</source>
        <translation>Links ein Fach wählen, um seine Quellen zu sehen.</translation>
    </message>
    <message>
        <source>No sources are known for this bin. Choose another one on the left, or in the bar above.</source>
        <translation>Zu diesem Fach sind keine Quellen bekannt. Links oder im Balken darüber ein anderes wählen.</translation>
    </message>
</context>
<context>
    <name>sweepscope::AnonymiseDialog</name>
    <message>
        <source>Save an anonymised copy</source>
        <translation>Anonymisierte Kopie speichern</translation>
    </message>
    <message>
        <source>Sources, targets and the telescope get other addresses; networks stay networks (Crypto-PAn), and countries are kept. Notes, folders and a filter are left out. Whoever has the key can go back, so keep it to yourself; with the same key, copies can be compared.</source>
        <translation>Quellen, Ziele und das Teleskop bekommen andere Adressen; Netze bleiben Netze (Crypto-PAn), Länder bleiben erhalten. Notizen, Ordner und ein Filter werden weggelassen. Wer den Schlüssel hat, kann zurückrechnen: Behalten Sie ihn für sich. Mit demselben Schlüssel lassen sich Kopien vergleichen.</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>&amp;New Key…</source>
        <translation>&amp;Neuer Schlüssel …</translation>
    </message>
    <message>
        <source>Choose a key file</source>
        <translation>Schlüsseldatei wählen</translation>
    </message>
    <message>
        <source>Make a key file</source>
        <translation>Schlüsseldatei anlegen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sweepscope::BackscatterPage</name>
    <message>
        <source>Attacks</source>
        <translation>Angriffe</translation>
    </message>
    <message>
        <source>Attacked services</source>
        <translation>Angegriffene Dienste</translation>
    </message>
    <message>
        <source>The captures are being read</source>
        <translation>Die Mitschnitte werden gelesen</translation>
    </message>
    <message>
        <source>Victims: %1. Attacks: %2 (a silence longer than %3 ends one), of %4 answers in all. By the RSDoS rule (25 packets, 60 s, 30 packets within 60 s) %5 fit, %6 are open since the index keeps sums, %7 miss it; for %8, of answers over UDP, it is not meant.</source>
        <translation>Opfer: %1. Angriffe: %2 (eine Pause über %3 beendet einen), zusammen %4 Antworten. Zur RSDoS-Regel (25 Pakete, 60 s, 30 Pakete binnen 60 s) passen %5, %6 sind offen, weil der Index Summen hält, %7 verfehlen sie; für %8 mit Antworten über UDP ist sie nicht gemeint.</translation>
    </message>
    <message>
        <source>No backscatter: no answer of an attacked host reached the telescope.</source>
        <translation>Kein Backscatter: keine Antwort eines angegriffenen Rechners kam beim Teleskop an.</translation>
    </message>
    <message>
        <source>The captures are being read; attacks are counted when that is done.</source>
        <translation>Die Mitschnitte werden gelesen; Angriffe werden danach gezählt.</translation>
    </message>
</context>
<context>
    <name>sweepscope::BarRowsChart</name>
    <message>
        <source>No scans</source>
        <translation>Keine Scans</translation>
    </message>
</context>
<context>
    <name>sweepscope::BreadcrumbBar</name>
    <message>
        <source>not %1</source>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>%1 wegnehmen</translation>
    </message>
    <message>
        <source>%1, take away</source>
        <translation>%1, wegnehmen</translation>
    </message>
    <message>
        <source>All scans</source>
        <translation>Alle Scans</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
</context>
<context>
    <name>sweepscope::ChangesPage</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Count each campaign once</source>
        <translation>Jede Kampagne einmal zählen</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Gruppe auflösen</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich änderte</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Rhythmus</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>Stretches that stand out, %1</source>
        <translation>Auffällige Strecken, %1</translation>
    </message>
    <message>
        <source>No port has sources enough for a rhythm</source>
        <translation>Kein Port hat genug Quellen für einen Rhythmus</translation>
    </message>
    <message>
        <source>Campaigns, %1</source>
        <translation>Kampagnen, %1</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>Members of the campaign</source>
        <translation>Mitglieder der Kampagne</translation>
    </message>
    <message>
        <source>Who acts together</source>
        <translation>Wer gemeinsam handelt</translation>
    </message>
    <message>
        <source>Look at these scans alone</source>
        <translation>Nur diese Scans ansehen</translation>
    </message>
    <message numerus="yes">
        <source>%n port(s) looked at, nothing stands out</source>
        <translation>
            <numerusform>%n Port betrachtet, nichts fällt auf</numerusform>
            <numerusform>%n Ports betrachtet, nichts fällt auf</numerusform>
        </translation>
    </message>
    <message>
        <source>No sources that act as one were found</source>
        <translation>Keine Quellen gefunden, die wie eine handeln</translation>
    </message>
    <message numerus="yes">
        <source>%n sources are taken for one because of: %1</source>
        <translation>
            <numerusform>%n Quelle gilt als eine wegen: %1</numerusform>
            <numerusform>%n Quellen gelten als eine wegen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a campaign below to see who belongs to it.</source>
        <translation>Unten eine Kampagne wählen, um zu sehen, wer zu ihr gehört.</translation>
    </message>
    <message>
        <source>Looking for changes…</source>
        <translation>Veränderungen werden gesucht …</translation>
    </message>
    <message>
        <source>A rhythm wants a port with many sources over many intervals. A longer capture, or thresholds that let more scans pass, may have one.</source>
        <translation>Ein Rhythmus verlangt einen Port mit vielen Quellen über viele Intervalle. Ein längerer Mitschnitt oder Schwellen, die mehr Scans durchlassen, haben vielleicht einen.</translation>
    </message>
    <message>
        <source>No sources that act as one were found. Thresholds that let more scans pass may show some.</source>
        <translation>Es wurden keine Quellen gefunden, die gemeinsam handeln. Schwellen, die mehr Scans durchlassen, zeigen vielleicht welche.</translation>
    </message>
    <message>
        <source>Nothing stands out from the usual. A longer capture knows better what is usual.</source>
        <translation>Nichts fällt gegenüber dem Üblichen auf. Ein längerer Mitschnitt weiß besser, was üblich ist.</translation>
    </message>
    <message>
        <source>Sources that begin to scan %1</source>
        <translation>Quellen, die beginnen, %1 zu scannen</translation>
    </message>
    <message>
        <source>Rhythm of %1</source>
        <translation>Rhythmus von %1</translation>
    </message>
</context>
<context>
    <name>sweepscope::ChartWidget</name>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Not %1</source>
        <translation>Nicht %1</translation>
    </message>
    <message>
        <source>Whole axis</source>
        <translation>Ganze Achse</translation>
    </message>
    <message>
        <source>Back from the zoom (0)</source>
        <translation>Zurück aus der Vergrößerung (0)</translation>
    </message>
</context>
<context>
    <name>sweepscope::ComparePage</name>
    <message>
        <source>Nothing chosen yet</source>
        <translation>Noch nichts gewählt</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>A is what is open; B:</source>
        <translation>A ist das Geöffnete; B:</translation>
    </message>
    <message>
        <source>Two spans</source>
        <translation>Zwei Zeitspannen</translation>
    </message>
    <message>
        <source>Another capture</source>
        <translation>Anderer Mitschnitt</translation>
    </message>
    <message>
        <source>Earlier studies</source>
        <translation>Frühere Studien</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>Ränge</translation>
    </message>
    <message>
        <source>Scan sizes</source>
        <translation>Scangrößen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Länder</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Größen</translation>
    </message>
    <message>
        <source>this capture</source>
        <translation>dieser Mitschnitt</translation>
    </message>
    <message>
        <source>Differences of shares</source>
        <translation>Unterschiede der Anteile</translation>
    </message>
    <message>
        <source>Ranks by scans</source>
        <translation>Ränge nach Scans</translation>
    </message>
    <message>
        <source>Figures of earlier studies</source>
        <translation>Zahlen früherer Studien</translation>
    </message>
    <message>
        <source>A span ends after it begins</source>
        <translation>Eine Zeitspanne endet nach ihrem Beginn</translation>
    </message>
    <message>
        <source>Equal metrics alone stand side by side: scans, packets and sources are not the same. Figures of contaminated studies, and those that this capture does not give, are grey and come last.</source>
        <translation>Nur gleiche Maße stehen nebeneinander: Scans, Pakete und Quellen sind nicht dasselbe. Zahlen verunreinigter Studien und solche, die dieser Mitschnitt nicht ergibt, sind grau und kommen zuletzt.</translation>
    </message>
    <message>
        <source>A: scans %1, sources %2; B: scans %3, sources %4.</source>
        <translation>A: Scans %1, Quellen %2; B: Scans %3, Quellen %4.</translation>
    </message>
    <message>
        <source>%1 of %2 differences stand, with regard to how many were tested; %3 more rest on too few sources.</source>
        <translation>%1 von %2 Unterschieden halten stand, gemessen daran, wie viele geprüft wurden; %3 weitere ruhen auf zu wenigen Quellen.</translation>
    </message>
    <message>
        <source>Choose another capture, an index or a session above: what is open is A, what is chosen is B.</source>
        <translation>Oben einen anderen Mitschnitt, einen Index oder eine Sitzung wählen: das Geöffnete ist A, das Gewählte B.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Es wird verglichen …</translation>
    </message>
    <message>
        <source>Choose two spans above, each of which ends after it begins.</source>
        <translation>Oben zwei Zeitspannen wählen, die beide nach ihrem Beginn enden.</translation>
    </message>
    <message>
        <source>Both sides have too few scans for a figure. Thresholds that let more pass, or longer spans, may give one.</source>
        <translation>Beide Seiten haben zu wenige Scans für ein Bild. Schwellen, die mehr durchlassen, oder längere Zeitspannen ergeben vielleicht eines.</translation>
    </message>
</context>
<context>
    <name>sweepscope::CountriesPage</name>
    <message>
        <source>Countries</source>
        <translation>Länder</translation>
    </message>
    <message>
        <source>Countries, cumulative</source>
        <translation>Länder, kumuliert</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>all known countries make less than %1 %</source>
        <translation>alle bekannten Länder ergeben weniger als %1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n countries make %1 %</source>
        <translation>
            <numerusform>%n Land ergibt %1 %</numerusform>
            <numerusform>%n Länder ergeben %1 %</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1 unbekannt</translation>
    </message>
    <message>
        <source>Countries, %1</source>
        <translation>Länder, %1</translation>
    </message>
    <message>
        <source>Share of each country</source>
        <translation>Anteil jedes Landes</translation>
    </message>
</context>
<context>
    <name>sweepscope::CountryCdfChart</name>
    <message>
        <source>Countries, cumulative</source>
        <translation>Länder, kumuliert</translation>
    </message>
    <message numerus="yes">
        <source>%n countries make %1</source>
        <translation>
            <numerusform>%n Land ergibt %1</numerusform>
            <numerusform>%n Länder ergeben %1</numerusform>
        </translation>
    </message>
    <message>
        <source>dashed: before the last move</source>
        <translation>gestrichelt: vor der letzten Änderung</translation>
    </message>
    <message>
        <source>%1. %2: %3
%4</source>
        <translation>%1. %2: %3
%4</translation>
    </message>
    <message>
        <source>No country is known</source>
        <translation>Kein Land ist bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%1; %2 countries in all, first is %3</source>
        <translation>
            <numerusform>%1; im Ganzen %2 Land, das erste ist %3</numerusform>
            <numerusform>%1; im Ganzen %2 Länder, das erste ist %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, contaminated</source>
        <translation>%1: %2, verunreinigt</translation>
    </message>
</context>
<context>
    <name>sweepscope::Docks</name>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Fold “%1” away</source>
        <translation>„%1“ einklappen</translation>
    </message>
    <message>
        <source>Unfold “%1”</source>
        <translation>„%1“ ausklappen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>sweepscope::EditMenu</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy With &amp;Headers</source>
        <translation>Mit &amp;Überschriften kopieren</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find in Table…</source>
        <translation>In Tabelle &amp;suchen …</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation>R&amp;ückwärts suchen</translation>
    </message>
</context>
<context>
    <name>sweepscope::EffectBox</name>
    <message>
        <source>Open a capture to see its scans</source>
        <translation>Öffnen Sie einen Mitschnitt, um seine Scans zu sehen</translation>
    </message>
    <message numerus="yes">
        <source>%1 small · %2 large · %3 sources</source>
        <translation>
            <numerusform>%1 klein · %2 groß · %3 Quelle</numerusform>
            <numerusform>%1 klein · %2 groß · %3 Quellen</numerusform>
        </translation>
    </message>
    <message>
        <source>no scan more or less</source>
        <translation>kein Scan mehr oder weniger</translation>
    </message>
    <message numerus="yes">
        <source>scans</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>Scan</numerusform>
            <numerusform>Scans</numerusform>
        </translation>
    </message>
    <message>
        <source>before the last move: scans %1, large %2, packets %3</source>
        <translation>vor der letzten Änderung: Scans %1, große %2, Pakete %3</translation>
    </message>
</context>
<context>
    <name>sweepscope::EventsPage</name>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>Wer kam</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Own events</source>
        <translation>Eigene Ereignisse</translation>
    </message>
    <message>
        <source>Add a List (CSV)…</source>
        <translation>Liste hinzufügen (CSV) …</translation>
    </message>
    <message>
        <source>Known Events Only</source>
        <translation>Nur bekannte Ereignisse</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <source>Events within 28 days, %1</source>
        <translation>Ereignisse innerhalb von 28 Tagen, %1</translation>
    </message>
    <message>
        <source>usual before: &lt;b&gt;%1&lt;/b&gt; scans in %2</source>
        <translation>üblich davor: &lt;b&gt;%1&lt;/b&gt; Scans in %2</translation>
    </message>
    <message>
        <source>peak after: &lt;b&gt;%1&lt;/b&gt; times that</source>
        <translation>Spitze danach: das &lt;b&gt;%1&lt;/b&gt;-Fache</translation>
    </message>
    <message>
        <source>first scan after &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>erster Scan nach &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>first above 1 % after &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>erster über 1 % nach &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>half-life &lt;b&gt;%1&lt;/b&gt;</source>
        <translation>Halbwertszeit &lt;b&gt;%1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Looking for events…</source>
        <translation>Ereignisse werden gesucht …</translation>
    </message>
    <message>
        <source>No known event with ports lies within 28 days of this capture. Own events can be added as a list.</source>
        <translation>Kein bekanntes Ereignis mit Ports liegt innerhalb von 28 Tagen um diesen Mitschnitt. Eigene Ereignisse lassen sich als Liste hinzufügen.</translation>
    </message>
    <message>
        <source>No known event with ports lies within 28 days of this capture. Add a list of your own by “Own events” above.</source>
        <translation>Kein bekanntes Ereignis mit Ports liegt innerhalb von 28 Tagen um diesen Mitschnitt. Eine eigene Liste kommt oben über „Eigene Ereignisse“ hinzu.</translation>
    </message>
    <message>
        <source>Choose an event on the left to see who came after it.</source>
        <translation>Links ein Ereignis wählen, um zu sehen, wer danach kam.</translation>
    </message>
    <message>
        <source>Nobody scanned its ports in this capture.</source>
        <translation>In diesem Mitschnitt hat niemand seine Ports gescannt.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>sweepscope::ExplorationStack</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vor</translation>
    </message>
    <message>
        <source>&amp;All Scans</source>
        <translation>&amp;Alle Scans</translation>
    </message>
    <message>
        <source>What was looked at before (Alt+Left)</source>
        <translation>Was davor betrachtet wurde (Alt+Links)</translation>
    </message>
    <message>
        <source>What was looked at after (Alt+Right)</source>
        <translation>Was danach betrachtet wurde (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Look at all scans again (Esc)</source>
        <translation>Wieder alle Scans betrachten (Esc)</translation>
    </message>
</context>
<context>
    <name>sweepscope::Exporter</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Picture (PNG, SVG, PDF)…</source>
        <translation>Bild (PNG, SVG, PDF) …</translation>
    </message>
    <message>
        <source>Numbers (CSV, JSON)…</source>
        <translation>Zahlen (CSV, JSON) …</translation>
    </message>
    <message>
        <source>Chart: %1…</source>
        <translation>Diagramm: %1 …</translation>
    </message>
    <message>
        <source>Table: %1…</source>
        <translation>Tabelle: %1 …</translation>
    </message>
    <message>
        <source>There is nothing to save yet</source>
        <translation>Es gibt noch nichts zu sichern</translation>
    </message>
    <message>
        <source>Save numbers</source>
        <translation>Zahlen sichern</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;JSON files (*.json)</source>
        <translation>CSV-Dateien (*.csv);;JSON-Dateien (*.json)</translation>
    </message>
</context>
<context>
    <name>sweepscope::FigureChart</name>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>%1: %2 points (%3 to %4)</source>
        <translation>%1: %2 Punkte (%3 bis %4)</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>less</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>kann Zufall sein</translation>
    </message>
    <message>
        <source>%1: at most %2</source>
        <translation>%1: höchstens %2</translation>
    </message>
    <message numerus="yes">
        <source>%n rank(s), before and after</source>
        <translation>
            <numerusform>%n Rang, davor und danach</numerusform>
            <numerusform>%n Ränge, davor und danach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) with intervals</source>
        <translation>
            <numerusform>%n Unterschied mit Intervall</numerusform>
            <numerusform>%n Unterschiede mit Intervallen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to draw</source>
        <translation>Nichts zu zeichnen</translation>
    </message>
    <message>
        <source>%1: rank %2 before, %3 after</source>
        <translation>%1: Rang %2 vorher, %3 nachher</translation>
    </message>
    <message>
        <source>time, %1</source>
        <translation>Zeit, %1</translation>
    </message>
</context>
<context>
    <name>sweepscope::FigureDialog</name>
    <message>
        <source>Title and &amp;legend</source>
        <translation>Titel und &amp;Legende</translation>
    </message>
    <message>
        <source>&amp;Origin as a line below</source>
        <translation>&amp;Herkunft als Zeile darunter</translation>
    </message>
    <message>
        <source>Export Chart</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Sichern …</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>PNG, pixels</source>
        <translation>PNG, Pixel</translation>
    </message>
    <message>
        <source>SVG, text stays text</source>
        <translation>SVG, Text bleibt Text</translation>
    </message>
    <message>
        <source>PDF, for print</source>
        <translation>PDF, für den Druck</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>Wie auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Print: black on white</source>
        <translation>Druck: schwarz auf weiß</translation>
    </message>
    <message>
        <source>Grey: no colour</source>
        <translation>Grau: ohne Farbe</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Unit of the size</source>
        <translation>Einheit der Größe</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>S&amp;tyle</source>
        <translation>S&amp;til</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>&amp;Dots per inch</source>
        <translation>&amp;Punkte je Zoll</translation>
    </message>
    <message>
        <source>Every file carries its origin inside: captures, thresholds, telescope, database, and the command that makes the same numbers.</source>
        <translation>Jede Datei trägt ihre Herkunft in sich: Mitschnitte, Schwellen, Teleskop, Datenbank und den Befehl, der dieselben Zahlen ergibt.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>%1 × %2 pixels, %3 × %4 mm</source>
        <translation>%1 × %2 Pixel, %3 × %4 mm</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>Diagramm sichern</translation>
    </message>
    <message>
        <source>%1 files (*%2)</source>
        <translation>%1-Dateien (*%2)</translation>
    </message>
</context>
<context>
    <name>sweepscope::FileListBox</name>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>sweepscope::FindBar</name>
    <message>
        <source>Find in this table</source>
        <translation>In dieser Tabelle suchen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>sweepscope::HealthDialog</name>
    <message>
        <source>%1 frames</source>
        <translation>%1 Rahmen</translation>
    </message>
    <message>
        <source>Part of the traffic is missing</source>
        <translation>Ein Teil des Verkehrs fehlt</translation>
    </message>
    <message>
        <source>Some numbers are off</source>
        <translation>Einige Zahlen stimmen nicht ganz</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Effect: %1</source>
        <translation>Folge: %1</translation>
    </message>
    <message>
        <source>Reading health</source>
        <translation>Zustand der Mitschnitte</translation>
    </message>
    <message>
        <source>Captures</source>
        <translation>Mitschnitte</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>The captures are being read</source>
        <translation>Die Mitschnitte werden gelesen</translation>
    </message>
    <message>
        <source>Part of the traffic is missing from the results</source>
        <translation>Ein Teil des Verkehrs fehlt in den Ergebnissen</translation>
    </message>
    <message>
        <source>Everything was read; some numbers may be off</source>
        <translation>Alles wurde gelesen; einige Zahlen können abweichen</translation>
    </message>
    <message>
        <source>Everything was read, and nothing speaks against the results</source>
        <translation>Alles wurde gelesen, und nichts spricht gegen die Ergebnisse</translation>
    </message>
</context>
<context>
    <name>sweepscope::HelpWindow</name>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>What counts as what</source>
        <translation>Was als was zählt</translation>
    </message>
    <message>
        <source>How tools are recognised</source>
        <translation>Wie Werkzeuge erkannt werden</translation>
    </message>
    <message>
        <source>File formats</source>
        <translation>Dateiformate</translation>
    </message>
    <message>
        <source>Without a display</source>
        <translation>Ohne Bildschirm</translation>
    </message>
    <message>
        <source>Messages and questions</source>
        <translation>Meldungen und Fragen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>Seiten der Hilfe</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Hilfetext</translation>
    </message>
    <message>
        <source>The page %1 is not beside the program.</source>
        <translation>Die Seite %1 liegt nicht beim Programm.</translation>
    </message>
    <message>
        <source>The 2014 and 2018 studies</source>
        <translation>Die Studien von 2014 und 2018</translation>
    </message>
</context>
<context>
    <name>sweepscope::HighlightList</name>
    <message>
        <source>Port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>%1 of them made by no known tool</source>
        <translation>davon %1 mit keinem bekannten Werkzeug</translation>
    </message>
    <message>
        <source>%1 of them made by %2</source>
        <translation>davon %1 mit %2</translation>
    </message>
    <message>
        <source>takes %1 of scans, %2.</source>
        <translation>hat %1 der Scans, %2.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>made the widest scan: %1 of the telescope on port %2 in %3.</source>
        <translation>machte den breitesten Scan: %1 des Teleskops auf Port %2 in %3.</translation>
    </message>
    <message>
        <source>Large scans are %1</source>
        <translation>Große Scans sind öfter %1</translation>
    </message>
    <message>
        <source>more often than small ones: %1 against %2.</source>
        <translation>als kleine: %1 gegen %2.</translation>
    </message>
    <message numerus="yes">
        <source>rose to %1 times its usual packets at %2 (%3), from %n sources.</source>
        <translation>
            <numerusform>stieg am %2 (%3) auf das %1-Fache der üblichen Pakete, von %n Quelle.</numerusform>
            <numerusform>stieg am %2 (%3) auf das %1-Fache der üblichen Pakete, von %n Quellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>is where %1 of scans come from.</source>
        <translation>ist Herkunft von %1 der Scans.</translation>
    </message>
    <message numerus="yes">
        <source>sends %1 of the packets of scans, from %n sources.</source>
        <translation>
            <numerusform>sendet %1 der Pakete von Scans, von %n Quelle.</numerusform>
            <numerusform>sendet %1 der Pakete von Scans, von %n Quellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>sent %1 of the packets of scans.</source>
        <translation>sandte %1 der Pakete von Scans.</translation>
    </message>
    <message>
        <source>Look at these scans alone</source>
        <translation>Nur diese Scans betrachten</translation>
    </message>
    <message>
        <source>Nothing stands out: no port, tool, country or source has a large part.</source>
        <translation>Nichts fällt auf: kein Port, Werkzeug, Land und keine Quelle hat einen großen Anteil.</translation>
    </message>
</context>
<context>
    <name>sweepscope::Legend</name>
    <message>
        <source>Legend: %1</source>
        <translation>Legende: %1</translation>
    </message>
</context>
<context>
    <name>sweepscope::MainWindow</name>
    <message>
        <source>Saved %1</source>
        <translation>%1 gesichert</translation>
    </message>
    <message>
        <source>The sample is not where the program was installed</source>
        <translation>Das Beispiel liegt nicht dort, wo das Programm installiert wurde</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>The prefixes were decided when the captures were read; to change them, open the captures</source>
        <translation>Die Präfixe wurden beim Lesen der Mitschnitte festgelegt; um sie zu ändern, öffnen Sie die Mitschnitte</translation>
    </message>
    <message>
        <source>Exploration</source>
        <translation>Erkundung</translation>
    </message>
    <message>
        <source>Nothing here is called “%1”</source>
        <translation>Nichts heißt hier „%1“</translation>
    </message>
    <message>
        <source>Still reading</source>
        <translation>Es wird noch gelesen</translation>
    </message>
    <message>
        <source>The captures are still being read. Quit, and lose what was read so far?</source>
        <translation>Die Mitschnitte werden noch gelesen. Beenden und verlieren, was bisher gelesen ist?</translation>
    </message>
</context>
<context>
    <name>sweepscope::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>O&amp;rdner öffnen …</translation>
    </message>
    <message>
        <source>Open &amp;with Options…</source>
        <translation>&amp;Mit Optionen öffnen …</translation>
    </message>
    <message>
        <source>Open the &amp;Sample</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>Re&amp;load</source>
        <translation>&amp;Neu laden</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Reading &amp;Health</source>
        <translation>&amp;Zustand der Mitschnitte</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Times in &amp;Local Time</source>
        <translation>Zeiten in &amp;Ortszeit</translation>
    </message>
    <message>
        <source>Restore &amp;Default Layout</source>
        <translation>&amp;Standardanordnung wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation>A&amp;nalyse</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>&amp;Profil</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>&amp;Reset Thresholds</source>
        <translation>Schwellen &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Stop Reading</source>
        <translation>&amp;Lesen anhalten</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Folders</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>&amp;About %1</source>
        <translation>&amp;Über %1</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>Reproduce the 2014/2018 &amp;Report…</source>
        <translation>Be&amp;richt von 2014/2018 nachbilden …</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Inhalt</translation>
    </message>
    <message>
        <source>E&amp;xplore</source>
        <translation>&amp;Erkunden</translation>
    </message>
    <message>
        <source>&amp;Search…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>Save &amp;Packets of the Scanner…</source>
        <translation>&amp;Pakete des Scanners sichern…</translation>
    </message>
    <message>
        <source>&amp;Telescope…</source>
        <translation>&amp;Teleskop…</translation>
    </message>
    <message>
        <source>Sensiti&amp;vity…</source>
        <translation>Empfindlich&amp;keit …</translation>
    </message>
    <message>
        <source>A&amp;ggressive Scanners…</source>
        <translation>A&amp;ggressive Scanner …</translation>
    </message>
    <message>
        <source>&amp;Larger Text</source>
        <translation>&amp;Größere Schrift</translation>
    </message>
    <message>
        <source>S&amp;maller Text</source>
        <translation>&amp;Kleinere Schrift</translation>
    </message>
    <message>
        <source>Usual &amp;Text Size</source>
        <translation>Übliche &amp;Schriftgröße</translation>
    </message>
    <message>
        <source>&amp;Compare With…</source>
        <translation>Ver&amp;gleichen mit …</translation>
    </message>
    <message>
        <source>&amp;Next Page</source>
        <translation>&amp;Nächste Seite</translation>
    </message>
    <message>
        <source>&amp;Previous Page</source>
        <translation>&amp;Vorige Seite</translation>
    </message>
</context>
<context>
    <name>sweepscope::NetworksPage</name>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>large scans</source>
        <translation>große Scans</translation>
    </message>
    <message>
        <source>small scans</source>
        <translation>kleine Scans</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Networks with most</source>
        <translation>Netze mit den meisten</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Networks, %1</source>
        <translation>Netze, %1</translation>
    </message>
</context>
<context>
    <name>sweepscope::NotesActions</name>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Notizen</translation>
    </message>
</context>
<context>
    <name>sweepscope::NotesDialog</name>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Notes on this session</source>
        <translation>Notizen zu dieser Sitzung</translation>
    </message>
    <message>
        <source>What you want to remember; kept in the session</source>
        <translation>Was Sie sich merken möchten; wird in der Sitzung gespeichert</translation>
    </message>
    <message>
        <source>Notes on sources</source>
        <translation>Notizen zu Quellen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>A source&apos;s note is written where the scanner is shown; Enter or a double click goes there.</source>
        <translation>Die Notiz zu einer Quelle wird beim Scanner geschrieben; Eingabetaste oder Doppelklick führt dorthin.</translation>
    </message>
</context>
<context>
    <name>sweepscope::NoticeStrip</name>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Dismiss the notice</source>
        <translation>Hinweis ausblenden</translation>
    </message>
</context>
<context>
    <name>sweepscope::OpenDialog</name>
    <message>
        <source>Checking the filter…</source>
        <translation>Der Filter wird geprüft …</translation>
    </message>
    <message>
        <source>Count the packet inside GRE, IP-in-IP and 6in4</source>
        <translation>Das Paket in GRE, IP-in-IP und 6in4 zählen</translation>
    </message>
    <message>
        <source>Open with options</source>
        <translation>Mit Optionen öffnen</translation>
    </message>
    <message>
        <source>Captures</source>
        <translation>Mitschnitte</translation>
    </message>
    <message>
        <source>Telescope</source>
        <translation>Teleskop</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Tunnels</source>
        <translation>Tunnel</translation>
    </message>
    <message>
        <source>Left empty, the size is inferred from the targets of probes.</source>
        <translation>Bleibt das Feld leer, wird die Größe aus den Zielen der Sonden geschlossen.</translation>
    </message>
    <message>
        <source>Captures and folders to open</source>
        <translation>Zu öffnende Mitschnitte und Ordner</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>All of them are one time line, in the order of their packets.</source>
        <translation>Alle zusammen sind eine Zeitachse, in der Reihenfolge ihrer Pakete.</translation>
    </message>
    <message>
        <source>all frames; or, for example: tcp and not net 192.0.2.0/24</source>
        <translation>alle Rahmen; oder zum Beispiel: tcp and not net 192.0.2.0/24</translation>
    </message>
    <message>
        <source>Add captures</source>
        <translation>Mitschnitte hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>The language of pcap-filter(7), as tcpdump and Wireshark&apos;s capture have it.</source>
        <translation>Die Sprache von pcap-filter(7), wie tcpdump und Wireshark sie beim Mitschneiden haben.</translation>
    </message>
</context>
<context>
    <name>sweepscope::OverviewPage</name>
    <message>
        <source>Packets over time</source>
        <translation>Pakete über die Zeit</translation>
    </message>
    <message>
        <source>Countries, cumulative</source>
        <translation>Länder, kumuliert</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Packets in scans</source>
        <translation>Pakete in Scans</translation>
    </message>
    <message>
        <source>By known tools</source>
        <translation>Bekannte Werkzeuge</translation>
    </message>
    <message>
        <source>Backscatter</source>
        <translation>Backscatter</translation>
    </message>
    <message>
        <source>%1 large</source>
        <translation>%1 große</translation>
    </message>
    <message numerus="yes">
        <source>in %n countries</source>
        <translation>
            <numerusform>in %n Land</numerusform>
            <numerusform>in %n Ländern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of probes</source>
        <translation>%1 der Sonden</translation>
    </message>
    <message>
        <source>of scan packets</source>
        <translation>der Pakete in Scans</translation>
    </message>
    <message>
        <source>%1 of all frames</source>
        <translation>%1 aller Rahmen</translation>
    </message>
    <message>
        <source>What stands out</source>
        <translation>Was auffällt</translation>
    </message>
</context>
<context>
    <name>sweepscope::OwnProfileMenu</name>
    <message>
        <source>Profiles of your own</source>
        <translation>Eigene Profile</translation>
    </message>
    <message>
        <source>&amp;Save These Thresholds as a Profile…</source>
        <translation>Diese Schwellen als Profil &amp;sichern …</translation>
    </message>
    <message>
        <source>&amp;Delete This Profile</source>
        <translation>Dieses Profil &amp;löschen</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a profile of your own</source>
        <translation>„%1“ kann nicht der Name eines eigenen Profils sein</translation>
    </message>
    <message>
        <source>Save as a profile</source>
        <translation>Als Profil sichern</translation>
    </message>
    <message>
        <source>a paper, an operator, own choice …</source>
        <translation>ein Aufsatz, ein Betreiber, eigene Wahl …</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Where its numbers come from</source>
        <translation>Woher seine Zahlen stammen</translation>
    </message>
</context>
<context>
    <name>sweepscope::OwnRulesCard</name>
    <message>
        <source>Own rules</source>
        <translation>Eigene Regeln</translation>
    </message>
</context>
<context>
    <name>sweepscope::PacketScatterChart</name>
    <message>
        <source>Packets over time</source>
        <translation>Pakete über die Zeit</translation>
    </message>
    <message>
        <source>No packets</source>
        <translation>Keine Pakete</translation>
    </message>
    <message numerus="yes">
        <source>%1 packets</source>
        <translation>
            <numerusform>%1 Paket</numerusform>
            <numerusform>%1 Pakete</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::PacketsChart</name>
    <message>
        <source>Packets over time</source>
        <translation>Pakete über die Zeit</translation>
    </message>
    <message>
        <source>No packets</source>
        <translation>Keine Pakete</translation>
    </message>
    <message numerus="yes">
        <source>%1 packets in scans; most in the interval from %2: %3</source>
        <translation>
            <numerusform>%1 Paket in Scans; die meisten im Abschnitt ab %2: %3</numerusform>
            <numerusform>%1 Pakete in Scans; die meisten im Abschnitt ab %2: %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::PacketsDialog</name>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Bytes of the packet</source>
        <translation>Bytes des Pakets</translation>
    </message>
    <message>
        <source>The bytes of the packet that is chosen above</source>
        <translation>Die Bytes des oben gewählten Pakets</translation>
    </message>
    <message numerus="yes">
        <source>%1 packets of %2</source>
        <translation>
            <numerusform>%1 Paket von %2</numerusform>
            <numerusform>%1 Pakete von %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::PacketsPanel</name>
    <message>
        <source>below 1 ms</source>
        <translation>unter 1 ms</translation>
    </message>
    <message>
        <source>to 10 ms</source>
        <translation>bis 10 ms</translation>
    </message>
    <message>
        <source>to 100 ms</source>
        <translation>bis 100 ms</translation>
    </message>
    <message>
        <source>to 1 s</source>
        <translation>bis 1 s</translation>
    </message>
    <message>
        <source>to 10 s</source>
        <translation>bis 10 s</translation>
    </message>
    <message>
        <source>to 60 s</source>
        <translation>bis 60 s</translation>
    </message>
    <message>
        <source>longer</source>
        <translation>länger</translation>
    </message>
    <message>
        <source>Time between packets</source>
        <translation>Zeit zwischen Paketen</translation>
    </message>
    <message>
        <source>gaps</source>
        <translation>Pausen</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Reading packets</source>
        <translation>Pakete werden gelesen</translation>
    </message>
    <message>
        <source>Read Its Packets</source>
        <translation>Pakete lesen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>TTL</source>
        <translation>TTL</translation>
    </message>
    <message>
        <source>Source port</source>
        <translation>Quellport</translation>
    </message>
    <message>
        <source>Packets…</source>
        <translation>Pakete…</translation>
    </message>
    <message>
        <source>Save pcap…</source>
        <translation>Als pcap sichern…</translation>
    </message>
    <message>
        <source>Wireshark</source>
        <translation>Wireshark</translation>
    </message>
    <message>
        <source>Open these packets in Wireshark</source>
        <translation>Diese Pakete in Wireshark öffnen</translation>
    </message>
    <message>
        <source>Copy filter</source>
        <translation>Filter kopieren</translation>
    </message>
    <message>
        <source>For Wireshark</source>
        <translation>Für Wireshark</translation>
    </message>
    <message>
        <source>For tcpdump (BPF)</source>
        <translation>Für tcpdump (BPF)</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Nachschlagen</translation>
    </message>
    <message>
        <source>Public pages about this address, in the web browser</source>
        <translation>Öffentliche Seiten über diese Adresse, im Webbrowser</translation>
    </message>
    <message numerus="yes">
        <source>Its pictures need the packets themselves: %1 in %n captures are read again.</source>
        <translation>
            <numerusform>Seine Bilder brauchen die Pakete selbst: %1 in %n Mitschnitt werden noch einmal gelesen.</numerusform>
            <numerusform>Seine Bilder brauchen die Pakete selbst: %1 in %n Mitschnitten werden noch einmal gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the captures again…</source>
        <translation>Mitschnitte werden noch einmal gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%1 packets</source>
        <translation>
            <numerusform>%1 Paket</numerusform>
            <numerusform>%1 Pakete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %1 packets</source>
        <translation>
            <numerusform>Das erste %1 Paket</numerusform>
            <numerusform>Die ersten %1 Pakete</numerusform>
        </translation>
    </message>
    <message>
        <source>; the reading was stopped</source>
        <translation>; das Lesen wurde angehalten</translation>
    </message>
    <message>
        <source>Save packets</source>
        <translation>Pakete sichern</translation>
    </message>
    <message>
        <source>Captures (*.pcap *.pcapng)</source>
        <translation>Mitschnitte (*.pcap *.pcapng)</translation>
    </message>
    <message>
        <source>Wireshark could not be started</source>
        <translation>Wireshark ließ sich nicht starten</translation>
    </message>
</context>
<context>
    <name>sweepscope::Page</name>
    <message>
        <source>No probe goes to the telescope: %1 of %2 frames are for other addresses. Are its prefixes right?</source>
        <translation>Keine Sonde geht an das Teleskop: %1 von %2 Rahmen gelten anderen Adressen. Stimmen seine Präfixe?</translation>
    </message>
    <message>
        <source>None of these packets is a probe. The page “All packets” says what they are.</source>
        <translation>Keines dieser Pakete ist eine Sonde. Die Seite „Alle Pakete“ sagt, was sie sind.</translation>
    </message>
    <message>
        <source>No scan passes the thresholds. Fewer targets or a lower rate let more pass.</source>
        <translation>Kein Scan besteht die Schwellen. Weniger Ziele oder eine kleinere Rate lassen mehr durch.</translation>
    </message>
    <message>
        <source>The captures are being read. What is found appears here meanwhile.</source>
        <translation>Die Mitschnitte werden gelesen. Was gefunden wird, erscheint schon hier.</translation>
    </message>
    <message>
        <source>None of the scans matches all that is looked at. Alt+Left goes back one step, Esc shows all scans.</source>
        <translation>Kein Scan passt zu allem, worauf eingegrenzt ist. Alt+Links geht einen Schritt zurück, Esc zeigt alle Scans.</translation>
    </message>
    <message>
        <source>The country of none of these sources is known. Edit &gt; Preferences says which databases are asked.</source>
        <translation>Von keiner dieser Quellen ist das Land bekannt. Bearbeiten &gt; Einstellungen nennt die Datenbanken, die gefragt werden.</translation>
    </message>
</context>
<context>
    <name>sweepscope::PageTabs</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Länder</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Scanners</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Backscatter</source>
        <translation>Backscatter</translation>
    </message>
    <message>
        <source>All packets</source>
        <translation>Alle Pakete</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
</context>
<context>
    <name>sweepscope::PortSizesChart</name>
    <message>
        <source>Ports by scan size</source>
        <translation>Ports nach Scangröße</translation>
    </message>
    <message>
        <source>small scans, % of %1</source>
        <translation>kleine Scans, % von %1</translation>
    </message>
    <message>
        <source>small scans, of %1</source>
        <translation>kleine Scans, von %1</translation>
    </message>
    <message>
        <source>large scans, % of %1</source>
        <translation>große Scans, % von %1</translation>
    </message>
    <message>
        <source>large scans, of %1</source>
        <translation>große Scans, von %1</translation>
    </message>
    <message>
        <source>No scans</source>
        <translation>Keine Scans</translation>
    </message>
    <message numerus="yes">
        <source>%1 ports; the most scanned is %2/%3 with %4 small and %5 large scans</source>
        <translation>
            <numerusform>%1 Port; am meisten gescannt ist %2/%3 mit %4 kleinen und %5 großen Scans</numerusform>
            <numerusform>%1 Ports; am meisten gescannt ist %2/%3 mit %4 kleinen und %5 großen Scans</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/%2 %3
small scans: %4, large: %5
packets: %6, sources: %7</source>
        <translation>%1/%2 %3
kleine Scans: %4, große: %5
Pakete: %6, Quellen: %7</translation>
    </message>
    <message>
        <source>Of small scans, %1</source>
        <translation>Von kleinen Scans, %1</translation>
    </message>
    <message>
        <source>◇ %1, of its small scans; contaminated where dotted</source>
        <translation>◇ %1, seiner kleinen Scans; verunreinigt, wo gepunktet</translation>
    </message>
</context>
<context>
    <name>sweepscope::PortsPage</name>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Ports by scan size</source>
        <translation>Ports nach Scangröße</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Ports, %1</source>
        <translation>Ports, %1</translation>
    </message>
    <message>
        <source>2 sizes</source>
        <translation>2 Größen</translation>
    </message>
    <message>
        <source>4 sizes</source>
        <translation>4 Größen</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Länder</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>Gestapelt</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log.</translation>
    </message>
    <message>
        <source>Ports by country</source>
        <translation>Ports nach Land</translation>
    </message>
    <message>
        <source>Rank them</source>
        <translation>Mit einreihen</translation>
    </message>
    <message>
        <source>Rank ports that depend on the target</source>
        <translation>Ports einreihen, die vom Ziel abhängen</translation>
    </message>
    <message>
        <source>%1 sources ask for a port that is a function of the target: %2 %3, by the bits %4 (%5 of %6 bits of mutual information, %7 packets).</source>
        <translation>%1 Quellen fragen nach einem Port, der eine Funktion des Ziels ist: %2 %3, nach den Bits %4 (%5 von %6 Bit Transinformation, %7 Pakete).</translation>
    </message>
    <message>
        <source>Left out of the ranking: %1 scans.</source>
        <translation>Nicht in der Rangfolge: %1 Scans.</translation>
    </message>
</context>
<context>
    <name>sweepscope::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
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
        <source>From the next start on</source>
        <translation>Ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Country and network databases</source>
        <translation>Datenbanken für Länder und Netze</translation>
    </message>
    <message>
        <source>MaxMind, DB-IP or IPinfo databases (.mmdb), asked in this order in place of the shipped one. Left empty, the shipped one is asked.</source>
        <translation>Datenbanken von MaxMind, DB-IP oder IPinfo (.mmdb), in dieser Reihenfolge anstelle der mitgelieferten gefragt. Ist die Liste leer, wird die mitgelieferte gefragt.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Language, from the next start on</source>
        <translation>Sprache, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Countries and networks</source>
        <translation>Länder und Netze</translation>
    </message>
    <message>
        <source>Add a database</source>
        <translation>Datenbank hinzufügen</translation>
    </message>
    <message>
        <source>MMDB databases (*.mmdb);;All files (*)</source>
        <translation>MMDB-Datenbanken (*.mmdb);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>As much as it takes</source>
        <translation>So viel wie nötig</translation>
    </message>
    <message>
        <source>Past this, silences shorter than 2, 4, 8 … minutes are forgotten; results stay exact for longer expiries. Counts from the next reading on.</source>
        <translation>Darüber werden Pausen unter 2, 4, 8 … Minuten vergessen; für längere Ablaufzeiten bleiben Ergebnisse genau. Gilt ab dem nächsten Lesen.</translation>
    </message>
    <message>
        <source>Memory for reading</source>
        <translation>Speicher zum Lesen</translation>
    </message>
    <message>
        <source>Known scanners</source>
        <translation>Bekannte Scanner</translation>
    </message>
    <message>
        <source>Own rules</source>
        <translation>Eigene Regeln</translation>
    </message>
    <message>
        <source>Lists of known scanners</source>
        <translation>Listen bekannter Scanner</translation>
    </message>
    <message>
        <source>CSV with organisation, prefix and day, a prefix a line, or MISP warning lists, besides the shipped list. The longest prefix counts.</source>
        <translation>CSV mit Organisation, Präfix und Tag, ein Präfix je Zeile oder MISP-Warnlisten, neben der mitgelieferten Liste. Das längste Präfix zählt.</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt *.json);;All files (*)</source>
        <translation>Listen (*.csv *.txt *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Rules of your own</source>
        <translation>Eigene Regeln</translation>
    </message>
    <message>
        <source>A file of rules that packets are tested on besides the built-in ones, from the next reading on.</source>
        <translation>Eine Datei mit Regeln, auf die Pakete neben den eingebauten geprüft werden, ab dem nächsten Lesen.</translation>
    </message>
    <message>
        <source>Rules (*.toml);;All files (*)</source>
        <translation>Regeln (*.toml);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>sweepscope::ReadingFacts</name>
    <message>
        <source>What the captures were like, and what that does to the results</source>
        <translation>Wie die Mitschnitte waren und was das für die Ergebnisse heißt</translation>
    </message>
    <message>
        <source>Reading health</source>
        <translation>Zustand der Mitschnitte</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Captures</source>
        <translation>Mitschnitte</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>read in part</source>
        <translation>teilweise gelesen</translation>
    </message>
    <message>
        <source>read whole, with remarks</source>
        <translation>ganz gelesen, mit Hinweisen</translation>
    </message>
    <message>
        <source>nothing lost</source>
        <translation>nichts verloren</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::RecentMenu</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Clear List</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>%1 (missing)</source>
        <translation>%1 (fehlt)</translation>
    </message>
</context>
<context>
    <name>sweepscope::Report</name>
    <message>
        <source>cannot be made</source>
        <translation>kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>Who scans: %1</source>
        <translation>Wer scannt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %2 more captures</source>
        <translation>
            <numerusform>%1 und %2 weiterer Mitschnitt</numerusform>
            <numerusform>%1 und %2 weitere Mitschnitte</numerusform>
        </translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Large scans</source>
        <translation>Große Scans</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Packets in scans</source>
        <translation>Pakete in Scans</translation>
    </message>
    <message>
        <source>Frames read</source>
        <translation>Gelesene Rahmen</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Länder</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Captures</source>
        <translation>Mitschnitte</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>sweepscope::ReportExport</name>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>&amp;Report (HTML)…</source>
        <translation>&amp;Bericht (HTML) …</translation>
    </message>
    <message>
        <source>&amp;Everything into a Folder…</source>
        <translation>&amp;Alles in einen Ordner …</translation>
    </message>
    <message>
        <source>Export everything into a folder</source>
        <translation>Alles in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht sichern</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translation>HTML-Dateien (*.html)</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Schreibe …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>Schreibe %1</translation>
    </message>
    <message>
        <source>There is no capture to make the report of</source>
        <translation>Es gibt keinen Mitschnitt für den Bericht</translation>
    </message>
    <message>
        <source>Reproduce the report of 2014 and 2018</source>
        <translation>Bericht von 2014 und 2018 nachbilden</translation>
    </message>
</context>
<context>
    <name>sweepscope::SavePacketsRow</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Saving packets</source>
        <translation>Pakete werden gesichert</translation>
    </message>
    <message>
        <source>End the saving; no file is left</source>
        <translation>Sichern beenden; es bleibt keine Datei</translation>
    </message>
    <message numerus="yes">
        <source>%1 packets saved in %2</source>
        <translation>
            <numerusform>%1 Paket gesichert in %2</numerusform>
            <numerusform>%1 Pakete gesichert in %2</numerusform>
        </translation>
    </message>
    <message>
        <source>The saving was stopped; no file was written</source>
        <translation>Das Sichern wurde angehalten; keine Datei wurde geschrieben</translation>
    </message>
    <message>
        <source>Saving the packets of %1 in %2…</source>
        <translation>Pakete von %1 werden in %2 gesichert…</translation>
    </message>
</context>
<context>
    <name>sweepscope::ScannerPanel</name>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Close the scanner</source>
        <translation>Scanner schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Scans of this source</source>
        <translation>Scans dieser Quelle</translation>
    </message>
    <message>
        <source>Evidence, scan of port %1</source>
        <translation>Belege, Scan von Port %1</translation>
    </message>
    <message>
        <source>Evidence, all its scans</source>
        <translation>Belege, alle seine Scans</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1
Fits: %2
Source: %3</source>
        <translation>%1
Passt auf: %2
Quelle: %3</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 packets</source>
        <translation>
            <numerusform>%1 von %2 Paket</numerusform>
            <numerusform>%1 von %2 Paketen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %3 packets</source>
        <translation>
            <numerusform>%1: %2 von %3 Paket</numerusform>
            <numerusform>%1: %2 von %3 Paketen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 expected by chance</source>
        <translation>%1 · %2 durch Zufall zu erwarten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Own rule %1: %2 of %3 packets</source>
        <translation>Eigene Regel %1: %2 von %3 Paketen</translation>
    </message>
    <message>
        <source>Fits: %1
Source: %2</source>
        <translation>Passt zu: %1
Quelle: %2</translation>
    </message>
    <message>
        <source>Note on this source</source>
        <translation>Notiz zu dieser Quelle</translation>
    </message>
    <message>
        <source>Your note on this source; kept in the session</source>
        <translation>Ihre Notiz zu dieser Quelle; wird in der Sitzung gespeichert</translation>
    </message>
</context>
<context>
    <name>sweepscope::ScannersPage</name>
    <message>
        <source>Scanners</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Filter: address, country, network, tool, service</source>
        <translation>Filter: Adresse, Land, Netz, Werkzeug, Dienst</translation>
    </message>
    <message>
        <source>Filter of the scanners</source>
        <translation>Filter der Scanner</translation>
    </message>
    <message>
        <source>Scanners, %1</source>
        <translation>Scanner, %1</translation>
    </message>
    <message>
        <source>Scanners, %1 of %2</source>
        <translation>Scanner, %1 von %2</translation>
    </message>
    <message>
        <source>No scanner has this text</source>
        <translation>Kein Scanner hat diesen Text</translation>
    </message>
</context>
<context>
    <name>sweepscope::SearchField</name>
    <message>
        <source>country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Search address, port, country, network, tool</source>
        <translation>Adresse, Port, Land, Netz, Werkzeug suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>sweepscope::SensitivityChart</name>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Probes in scans</source>
        <translation>Sonden in Scans</translation>
    </message>
    <message>
        <source>Top ten kept</source>
        <translation>Erste zehn erhalten</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Nothing was swept yet</source>
        <translation>Noch nichts durchlaufen</translation>
    </message>
    <message>
        <source>%1 scans at %2, %3 at %4</source>
        <translation>%1 Scans bei %2, %3 bei %4</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 scans, %3 of probes</source>
        <translation>
            <numerusform>%1: %2 Scan, %3 der Sonden</numerusform>
            <numerusform>%1: %2 Scans, %3 der Sonden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::SensitivityDialog</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>Values of the threshold</source>
        <translation>Werte der Schwelle</translation>
    </message>
    <message>
        <source>Along the range of the threshold</source>
        <translation>Über den Bereich der Schwelle</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Least targets</source>
        <translation>Mindestziele</translation>
    </message>
    <message>
        <source>Least rate</source>
        <translation>Mindestrate</translation>
    </message>
    <message>
        <source>Large from</source>
        <translation>Groß ab</translation>
    </message>
    <message>
        <source>Threshold to sweep</source>
        <translation>Schwelle, die durchlaufen wird</translation>
    </message>
    <message>
        <source>Progress of the sweep</source>
        <translation>Fortschritt des Durchlaufs</translation>
    </message>
    <message>
        <source>Values of the threshold are being tried…</source>
        <translation>Werte der Schwelle werden durchprobiert …</translation>
    </message>
    <message>
        <source>Stopped. Choose a threshold above to try its values.</source>
        <translation>Angehalten. Oben eine Schwelle wählen, um ihre Werte durchzuprobieren.</translation>
    </message>
</context>
<context>
    <name>sweepscope::SessionActions</name>
    <message>
        <source>&amp;Save Session</source>
        <translation>Sitzung &amp;sichern</translation>
    </message>
    <message>
        <source>Save Session &amp;As…</source>
        <translation>Sitzung sichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Sitzung sichern</translation>
    </message>
    <message>
        <source>Sessions (*.sweepscope);;All files (*)</source>
        <translation>Sitzungen (*.sweepscope);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>session.sweepscope</source>
        <translation>sitzung.sweepscope</translation>
    </message>
    <message>
        <source>Save A&amp;nonymised Copy…</source>
        <translation>A&amp;nonymisierte Kopie speichern …</translation>
    </message>
    <message>
        <source>Save an anonymised copy</source>
        <translation>Anonymisierte Kopie speichern</translation>
    </message>
    <message>
        <source>anonymised.sweepscope</source>
        <translation>anonymisiert.sweepscope</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>You wrote notes that are in no session yet. Save the session?</source>
        <translation>Sie haben Notizen geschrieben, die noch in keiner Sitzung stehen. Sitzung speichern?</translation>
    </message>
</context>
<context>
    <name>sweepscope::ShortcutsDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Was sie tun</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
        <source>To the next field, table or button, and back</source>
        <translation>Zum nächsten Feld, Knopf oder zur nächsten Tabelle, und zurück</translation>
    </message>
    <message>
        <source>Arrow keys, Page Up, Page Down</source>
        <translation>Pfeiltasten, Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>In tables: move; on sliders: change the value</source>
        <translation>In Tabellen: bewegen; an Reglern: Wert ändern</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>In a field: take what was typed</source>
        <translation>In einem Feld: Eingetipptes übernehmen</translation>
    </message>
    <message>
        <source>Shift+F10</source>
        <translation>Umschalt+F10</translation>
    </message>
    <message>
        <source>The menu of what is chosen</source>
        <translation>Das Menü des Gewählten</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close what lies above</source>
        <translation>Schließen, was darüber liegt</translation>
    </message>
    <message>
        <source>Arrow keys, Home, End</source>
        <translation>Pfeiltasten, Pos1, Ende</translation>
    </message>
    <message>
        <source>In charts: from one bar, country or interval to the next</source>
        <translation>In Diagrammen: von einem Balken, Land oder Intervall zum nächsten</translation>
    </message>
    <message>
        <source>Shift with arrow keys</source>
        <translation>Umschalt mit Pfeiltasten</translation>
    </message>
    <message>
        <source>In charts: take in those between</source>
        <translation>In Diagrammen: die dazwischen mitnehmen</translation>
    </message>
    <message>
        <source>Enter, Ctrl+Enter</source>
        <translation>Eingabe, Strg+Eingabe</translation>
    </message>
    <message>
        <source>In charts: look at what is chosen alone, or leave it out</source>
        <translation>In Diagrammen: das Gewählte allein ansehen oder weglassen</translation>
    </message>
    <message>
        <source>+, -, 0</source>
        <translation>+, -, 0</translation>
    </message>
    <message>
        <source>In charts: come closer, go back, show the whole axis</source>
        <translation>In Diagrammen: näher heran, zurück, die ganze Achse zeigen</translation>
    </message>
</context>
<context>
    <name>sweepscope::SpanRow</name>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Begin of %1, UTC</source>
        <translation>Beginn von %1, UTC</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>End of %1, UTC</source>
        <translation>Ende von %1, UTC</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Halves</source>
        <translation>Hälften</translation>
    </message>
    <message>
        <source>The first half of the capture against the second</source>
        <translation>Die erste Hälfte des Mitschnitts gegen die zweite</translation>
    </message>
</context>
<context>
    <name>sweepscope::StatusLine</name>
    <message>
        <source>Progress of reading</source>
        <translation>Fortschritt des Lesens</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>End the reading; what was read is kept</source>
        <translation>Das Lesen beenden; Gelesenes bleibt</translation>
    </message>
    <message>
        <source>The zone of all times shown; files are in UTC</source>
        <translation>Die Zone aller gezeigten Zeiten; Dateien sind in UTC</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 frames</source>
        <translation>
            <numerusform>%1 Rahmen</numerusform>
            <numerusform>%1 Rahmen</numerusform>
        </translation>
    </message>
    <message>
        <source> · %1/s</source>
        <translation> · %1/s</translation>
    </message>
    <message>
        <source> · %1 left</source>
        <translation> · noch %1</translation>
    </message>
    <message>
        <source> · file %1 of %2</source>
        <translation> · Datei %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>Read %1 frames, %2 in %3</source>
        <translation>
            <numerusform>%1 Rahmen gelesen, %2 in %3</numerusform>
            <numerusform>%1 Rahmen gelesen, %2 in %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 scans in %2 ms</source>
        <translation>
            <numerusform>%1 Scan in %2 ms</numerusform>
            <numerusform>%1 Scans in %2 ms</numerusform>
        </translation>
    </message>
    <message>
        <source>no country database</source>
        <translation>keine Länderdatenbank</translation>
    </message>
</context>
<context>
    <name>sweepscope::TableDialog</name>
    <message>
        <source>Export Table</source>
        <translation>Tabelle exportieren</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, für Tabellenkalkulationen</translation>
    </message>
    <message>
        <source>JSON, for programs</source>
        <translation>JSON, für Programme</translation>
    </message>
    <message>
        <source>All, %1</source>
        <translation>Alle, %1</translation>
    </message>
    <message>
        <source>Selected, %1</source>
        <translation>Ausgewählte, %1</translation>
    </message>
    <message>
        <source>As shown</source>
        <translation>Wie gezeigt</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Alle Spalten</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Numbers are written for programs: no separators, times in UTC. The origin stands in the JSON file, for CSV in a second file beside it.</source>
        <translation>Zahlen werden für Programme geschrieben: ohne Trennzeichen, Zeiten in UTC. Die Herkunft steht in der JSON-Datei, bei CSV in einer zweiten Datei daneben.</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Sichern …</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>Tabelle sichern</translation>
    </message>
    <message>
        <source>%1 files (*%2)</source>
        <translation>%1-Dateien (*%2)</translation>
    </message>
</context>
<context>
    <name>sweepscope::TableView</name>
    <message>
        <source>Default Columns</source>
        <translation>Spalten wie anfangs</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy With Headers</source>
        <translation>Mit Überschriften kopieren</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
    <message numerus="yes">
        <source>these %n</source>
        <translation>
            <numerusform>diesen %n</numerusform>
            <numerusform>diese %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Not %1</source>
        <translation>Nicht %1</translation>
    </message>
</context>
<context>
    <name>sweepscope::TelescopeField</name>
    <message>
        <source>Telescope: prefixes or number of addresses</source>
        <translation>Teleskop: Präfixe oder Zahl der Adressen</translation>
    </message>
    <message>
        <source>prefixes or size</source>
        <translation>Präfixe oder Größe</translation>
    </message>
    <message>
        <source>Prefixes such as 198.18.0.0/16, or the number of addresses. Left empty, the size is inferred from the targets of probes.</source>
        <translation>Präfixe wie 198.18.0.0/16 oder die Zahl der Adressen. Bleibt das Feld leer, wird die Größe aus den Zielen der Sonden geschlossen.</translation>
    </message>
    <message>
        <source>Load the prefixes from a text file</source>
        <translation>Präfixe aus einer Textdatei laden</translation>
    </message>
    <message>
        <source>Load prefixes</source>
        <translation>Präfixe laden</translation>
    </message>
    <message>
        <source>Text files (*.txt *.conf);;All files (*)</source>
        <translation>Textdateien (*.txt *.conf);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>sweepscope::TextOf</name>
    <message>
        <source>port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>unknown country</source>
        <translation>unbekanntes Land</translation>
    </message>
    <message>
        <source>unknown tool</source>
        <translation>unbekanntes Werkzeug</translation>
    </message>
    <message>
        <source>large scans</source>
        <translation>große Scans</translation>
    </message>
    <message>
        <source>small scans</source>
        <translation>kleine Scans</translation>
    </message>
    <message>
        <source>coverage from %1</source>
        <translation>Abdeckung ab %1</translation>
    </message>
    <message>
        <source>coverage %1 to %2</source>
        <translation>Abdeckung %1 bis %2</translation>
    </message>
</context>
<context>
    <name>sweepscope::ThresholdPanel</name>
    <message>
        <source>Telescope</source>
        <translation>Teleskop</translation>
    </message>
    <message>
        <source>One hit stands for</source>
        <translation>Treffer steht für</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>What one scan is</source>
        <translation>Was ein Scan ist</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Auto (%1)</source>
        <translation>Auto (%1)</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1, geändert</translation>
    </message>
    <message>
        <source>%1 hosts</source>
        <translation>%1 Rechner</translation>
    </message>
    <message>
        <source>What is a scan?</source>
        <translation>Was ist ein Scan?</translation>
    </message>
    <message>
        <source>Silence that ends it</source>
        <translation>Stille, die ihn beendet</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Targets at least</source>
        <translation>Ziele mindestens</translation>
    </message>
    <message>
        <source>Rate at least</source>
        <translation>Rate mindestens</translation>
    </message>
    <message>
        <source>pps</source>
        <translation>pps</translation>
    </message>
    <message>
        <source>Large from</source>
        <translation>Groß ab</translation>
    </message>
    <message>
        <source>Internet-wide</source>
        <translation>internetweit</translation>
    </message>
    <message>
        <source>at the telescope</source>
        <translation>am Teleskop</translation>
    </message>
    <message>
        <source>Where the rate is meant</source>
        <translation>Wo die Rate gemeint ist</translation>
    </message>
    <message>
        <source>source and port</source>
        <translation>Quelle und Port</translation>
    </message>
    <message>
        <source>source, all ports</source>
        <translation>Quelle, alle Ports</translation>
    </message>
    <message>
        <source>What makes one scan</source>
        <translation>Was ein Scan umfasst</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>The thresholds of the profile again</source>
        <translation>Wieder die Schwellen des Profils</translation>
    </message>
    <message>
        <source>Rate is meant</source>
        <translation>Rate gilt</translation>
    </message>
    <message>
        <source>One scan is</source>
        <translation>Ein Scan ist</translation>
    </message>
</context>
<context>
    <name>sweepscope::TimeActions</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with another capture or session</source>
        <translation>Mit einem anderen Mitschnitt oder einer Sitzung vergleichen</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Own events</source>
        <translation>Eigene Ereignisse</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV-Dateien (*.csv);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>sweepscope::TimeChart</name>
    <message>
        <source>%1 (%2), %3</source>
        <translation>%1 (%2), %3</translation>
    </message>
</context>
<context>
    <name>sweepscope::TimeStrip</name>
    <message>
        <source>When it was at work</source>
        <translation>Wann er am Werk war</translation>
    </message>
</context>
<context>
    <name>sweepscope::TimelineChart</name>
    <message>
        <source>other ports</source>
        <translation>andere Ports</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>No packets</source>
        <translation>Keine Pakete</translation>
    </message>
    <message numerus="yes">
        <source>%1 intervals of %2; most in the one from %3: %4</source>
        <translation>
            <numerusform>%1 Abschnitt von %2; am meisten in dem ab %3: %4</numerusform>
            <numerusform>%1 Abschnitte von %2; am meisten in dem ab %3: %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::TimelinePage</name>
    <message>
        <source>Intervals</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Über die Zeit</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message numerus="yes">
        <source>%1 intervals of %2</source>
        <translation>
            <numerusform>%1 Abschnitt von %2</numerusform>
            <numerusform>%1 Abschnitte von %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweepscope::ToolSharesChart</name>
    <message>
        <source>all scans</source>
        <translation>alle Scans</translation>
    </message>
    <message>
        <source>small scans</source>
        <translation>kleine Scans</translation>
    </message>
    <message>
        <source>large scans</source>
        <translation>große Scans</translation>
    </message>
    <message>
        <source>packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Tools by scan size</source>
        <translation>Werkzeuge nach Scangröße</translation>
    </message>
    <message>
        <source>%1: %2 of %3, %4</source>
        <translation>%1: %2 von %3, %4</translation>
    </message>
    <message>
        <source>No scans</source>
        <translation>Keine Scans</translation>
    </message>
    <message>
        <source>%1: %2 small, %3 large</source>
        <translation>%1: %2 kleine, %3 große</translation>
    </message>
</context>
<context>
    <name>sweepscope::ToolsPage</name>
    <message>
        <source>Tools by scan size</source>
        <translation>Werkzeuge nach Scangröße</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Tools by coverage</source>
        <translation>Werkzeuge nach Abdeckung</translation>
    </message>
</context>
<context>
    <name>sweepscope::WelcomePage</name>
    <message>
        <source>1  Open</source>
        <translation>1  Öffnen</translation>
    </message>
    <message>
        <source>Captures of one telescope, as many files as there are: they become one timeline.</source>
        <translation>Mitschnitte eines Teleskops, so viele Dateien es sind: sie werden eine Zeitachse.</translation>
    </message>
    <message>
        <source>2  Say what a scan is</source>
        <translation>2  Sagen, was ein Scan ist</translation>
    </message>
    <message>
        <source>Name the telescope on the left, choose a profile, move thresholds. Every page follows at once.</source>
        <translation>Links das Teleskop nennen, ein Profil wählen, Schwellen bewegen. Jede Seite folgt sofort.</translation>
    </message>
    <message>
        <source>3  Look and publish</source>
        <translation>3  Ansehen und veröffentlichen</translation>
    </message>
    <message>
        <source>Choose a scanner to see its evidence; Export saves what you see, with its origin inside.</source>
        <translation>Einen Scanner wählen, um seine Belege zu sehen; Export sichert, was Sie sehen, mit seiner Herkunft.</translation>
    </message>
    <message>
        <source>Open a capture of your telescope</source>
        <translation>Öffnen Sie einen Mitschnitt Ihres Teleskops</translation>
    </message>
    <message>
        <source>Drop capture files or a folder of them here, or open them from the File menu. They are read once; every threshold on the left then answers at once.</source>
        <translation>Legen Sie Mitschnitte oder einen Ordner davon hier ab, oder öffnen Sie sie über das Menü Datei. Sie werden einmal gelesen; danach antwortet jede Schwelle links sofort.</translation>
    </message>
    <message>
        <source>Open captures…</source>
        <translation>Mitschnitte öffnen …</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Choose a database…</source>
        <translation>Datenbank wählen …</translation>
    </message>
    <message>
        <source>Countries and networks come from %1</source>
        <translation>Länder und Netze kommen aus %1</translation>
    </message>
    <message>
        <source>No database of countries and networks was found; both stay unknown until there is one. Looked for: %1. A MaxMind, DB-IP or IPinfo database (.mmdb) does; captures can be opened without.</source>
        <translation>Es wurde keine Datenbank für Länder und Netze gefunden; beide bleiben unbekannt, bis es eine gibt. Gesucht: %1. Eine Datenbank von MaxMind, DB-IP oder IPinfo (.mmdb) genügt; Mitschnitte lassen sich auch ohne öffnen.</translation>
    </message>
</context>
<context>
    <name>sweepscope::WorldMap</name>
    <message>
        <source>World map</source>
        <translation>Weltkarte</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>from %1 %</source>
        <translation>ab %1 %</translation>
    </message>
    <message>
        <source>to %1 %</source>
        <translation>bis %1 %</translation>
    </message>
    <message>
        <source>No country is known</source>
        <translation>Kein Land ist bekannt</translation>
    </message>
</context>
</TS>

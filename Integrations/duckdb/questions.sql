-- Four questions to a corpus. Made ready with
--   copydesk --out facts news/ > facts.jsonl
--   copydesk schema --for duckdb --out facts > copydesk.sql
-- and asked with   duckdb -init copydesk.sql -c '.read questions.sql'
CREATE OR REPLACE TABLE facts AS FROM copydesk_facts('facts.jsonl');

-- Who was quoted most?
SELECT speaker, count(*) AS quotes, count(DISTINCT doc) AS documents
FROM facts WHERE kind = 'quote' AND speaker IS NOT NULL
GROUP BY speaker ORDER BY quotes DESC, speaker LIMIT 10;

-- Every number of soldiers, with who named it and when it was published.
SELECT n.doc, n.modifier, coalesce(n.value, n.low) AS number, n.counted, q.speaker, left(n.published, 10) AS published
FROM facts AS n
LEFT JOIN facts AS q ON q.kind = 'quote' AND q.doc = n.doc AND n.start >= q.start AND n."end" <= q."end"
WHERE n.kind = 'quantity' AND regexp_matches(n.counted, '(?i)troop|soldier|police|officer|member')
ORDER BY n.doc, n.start, q.start;

-- The places of a map, with how often they are named.
SELECT name, country, any_value(lat) AS lat, any_value(lon) AS lon, count(*) AS mentions
FROM facts WHERE kind = 'entity' AND lat IS NOT NULL AND type <> 'NORP'
GROUP BY link, name, country ORDER BY mentions DESC, name LIMIT 10;

-- What is said about one who is named inside the quote?
SELECT q.speaker, q.text, e.name AS about
FROM facts AS q
JOIN facts AS e ON e.kind = 'entity' AND e.doc = q.doc AND e.start >= q.start AND e."end" <= q."end"
WHERE q.kind = 'quote' AND e.name = 'Kosovo'
ORDER BY q.doc, q.start, e.start;

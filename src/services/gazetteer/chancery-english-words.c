/* chancery-english-words.c
 *
 * SPDX-FileCopyrightText: 2026 The Chancery authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chancery-english.h"

#include <string.h>

const ChanceryEnglishWords chancery_english_words[] = {
  /* Verbs and nouns of saying and deciding: their subject acts. */
  { ENGLISH_SAYING,
    "said says say saying told tells tell telling stated states stressed stresses noted notes added adds announced announces "
    "warned warns declared declares insisted insists replied replies responded responds argued argues claimed claims denied "
    "denies confirmed confirms reported reports urged urges called calls demanded demands asked asks vowed vows pledged "
    "pledges accused accuses blamed blames condemned condemns rejected rejects agreed agrees decided decides refused refuses "
    "promised promises proposed proposes signalled signaled hinted acknowledged admitted reiterated recalled explained "
    "suggested wants wanted believes expects hopes welcomed welcomes thanked thanks praised praises criticised criticized "
    "spoke speaks commented remarked observed declined dismissed conceded maintained summoned expelled" },
  /* Other verbs that states, rather than places, are the subject of. */
  { ENGLISH_ACT,
    "will would has have had may might must should could can cannot did does do signed signs sign voted votes vote fired "
    "launched attacked invaded abandoned annexed opposed opposes supported supports backed backs abstained joined joins "
    "withdrew withdraws offered offers sent sends send imposed imposes banned bans lifted cancelled canceled suspended "
    "suspends recognised recognized recognises ratified ratifies hosted hosts holds held seeks sought plans planned "
    "intends bought buys sold sells reopened closed closes opened opens restored freed released detained arrested "
    "deployed deploys accepted accepts exports imports wanted needs needed lacks faces faced fears feared "
    "became becomes remains remained began begins started starts stopped stops continues continued took takes gave gives "
    "made makes put puts kept keeps left leaves lost loses won wins got gets moved moves turned turns struck strikes "
    "brokered mediated negotiated concluded drafted tabled vetoed hailed clung tore expects insists owes paid pays "
    "cut cuts raised raises halted halts resumed resumes postponed delayed extended extends granted grants" },
  { ENGLISH_AUXILIARY, "is are was were be been being" },
  { ENGLISH_MONTH,
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec" },
  { ENGLISH_WEEKDAY, "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun" },
  /* Words whose capital is due to their place in the sentence. */
  { ENGLISH_FUNCTION,
    "the a an this that these those and or but nor so yet for in on at by of to from with without within while when where "
    "whereas if unless until since because although though after before during between among amid amidst against about "
    "above below under over through throughout across along around near inside outside into onto off out up down as than "
    "like unlike despite beyond beside besides toward towards upon via per neither either both each every all any some no "
    "not only even just also too again already still once now then here there today yesterday tomorrow tonight however "
    "moreover meanwhile furthermore therefore thus instead otherwise nevertheless nonetheless separately earlier later "
    "recently finally first second third last next most more many much few several other another such same own what which "
    "who whom whose why how he she it we they i you his her its our their my your him us them me is are was were be been "
    "being am has have had do does did will would shall should can could may might must let imagine suppose whether "
    "perhaps maybe never ever always often sometimes usually nearly almost about exactly especially particularly "
    "according asked given regarding concerning following including excluding citing quoting speaking addressing "
    "one two three four five six seven eight nine ten hundreds thousands dozens millions half part "
    "apart aside rather certainly clearly indeed obviously why welcome dear yes no well oh ah please thank thanks" },
  { ENGLISH_DETERMINER, "the a an this that these those its their his her our my your whose every each any some no another" },
  /* Titles of people who are not the leaders of a state. */
  { ENGLISH_PERSON_TITLE,
    "mr mrs ms miss dr prof professor sir lord lady dame judge justice senator sen rep congressman congresswoman captain "
    "capt sergeant sgt lieutenant lt colonel col major maj corporal private detective officer inspector constable reverend "
    "rev father sister brother bishop archbishop cardinal rabbi imam coach striker goalkeeper midfielder defender actor "
    "actress singer author novelist writer painter rapper deckhand analyst economist lawyer attorney governor councillor "
    "alderman aunt uncle saint st" },
  /* Offices of any kind: a state's name may stand right before them. */
  { ENGLISH_OFFICE,
    "president presidents premier premiers prime minister ministers chancellor king queen emir amir sultan sheikh prince "
    "princess pope emperor empress taoiseach tanaiste secretary ambassador ambassadors envoy mayor governor speaker chief "
    "commander general admiral spokesman spokeswoman spokesperson leader leaders vice deputy foreign defence defense "
    "finance interior acting interim crown caliph ayatollah chairman chairwoman director coach captain" },
  /* Heads of state and of government. */
  { ENGLISH_HEAD,
    "president premier chancellor taoiseach king queen emir amir sultan pope emperor" },
  { ENGLISH_MONARCH, "king queen emir amir sultan pope emperor" },
  { ENGLISH_FOREIGN, "foreign external" },
  { ENGLISH_FORMER, "former ex then late onetime erstwhile ousted deposed exiled past previous predecessor fugitive" },
  { ENGLISH_DEPUTY,
    "vice deputy assistant shadow under candidate adviser advisor aide spokesman spokeswoman wife husband son daughter "
    "brother sister elect elected would rebel opposition hopeful nominee" },
  /* What may stand between an office and its holder's name. */
  { ENGLISH_HONORIFIC,
    "prince princess shaikha sheikha general gen field marshal colonel col dr sir sheikh datuk seri dato datuk tun tan sri hajj haji sayyid sayed lord "
    "ayatollah comrade mr mrs ms prof lady dame ratu admiral captain capt major brigadier shaikh ustaz rev" },
  { ENGLISH_PARTICLE, "bin bint ibn ben al el ul ur de da dos das do di du del della la le van von der den ter te y e abu abd" },
  { ENGLISH_KIN,
    "sister brother mother father wife husband son daughter cousin aunt uncle nephew niece girlfriend boyfriend fiance "
    "fiancee widow widower friend colleague partner named called nicknamed model actress singer dog cat horse baby twins "
    "grandmother grandfather grandson granddaughter classmate neighbour" },
  /* Given names that are common in agency English; they mark what follows as a surname. */
  { ENGLISH_FIRST_NAME,
    "aaron abdul abdullah abigail adam adrian ahmad ahmed aidan aimee alan albert alejandro alex alexander alexandra "
    "alexei alfred ali alice alison allison amanda amber amelia amir amy ana anders andre andrea andreas andrei andres "
    "andrew andy angela anita ann anna anne annie anthony antonio april ariana arthur ashley audrey barbara barry beatrice "
    "becky ben benjamin bernard beth betty bill billy bob bobby boris brad bradley brandon brenda brian bruce bryan caleb "
    "cameron camila carl carla carlos carmen carol caroline catherine cathy cecilia chad charles charlie charlotte chris "
    "christian christina christine christopher cindy claire clara claude claudia colin connor craig crystal curtis cynthia "
    "daisy dale damien dan dana daniel danielle danny darren dave david dawn dean deborah debra denis denise dennis denzel "
    "derek diana diane diego dmitry dominic don donald donna dorothy doug douglas duane duncan dustin dylan earl ed eddie "
    "edgar eduardo edward edwin eileen elaine eleanor elena eli elizabeth ella ellen ellie emily emma enrique eric erica "
    "erik erin ernest esther ethan eugene eva evan eve evelyn felix fernando fiona florence frances francesco francis "
    "francisco frank fred frederick gabriel gareth gary gavin gemma gene geoff geoffrey george gerald gerard gilbert gina "
    "giorgia giovanni giulia glenn gloria gordon grace graham grant greg gregory guy hannah harold harriet harry harvey "
    "hassan heather hector heidi helen helena henry herbert holly howard hugh hugo hussein ian ibrahim ida igor ingrid "
    "irene iris isaac isabel isabella ivan jack jackie jackson jacob jake james jamie jan jane janet janice jared jason "
    "javier jay jean jeff jeffrey jen jennifer jenny jeremy jerry jesse jessica jill jim jimmy jo joan joanna joe joel "
    "john johnny jon jonathan jordan jorge jose joseph josh joshua joyce juan judith judy julia julian julie june justin "
    "karen karim karl kate katherine kathleen kathryn kathy katie keith kelly ken kenneth kerry kevin khalid kim kimberly "
    "kyle larry laura lauren laurence lawrence leah lee leo leon leonard leslie lewis liam linda lindsay lisa liz lori "
    "louis louise lucas lucia lucy luis luke lydia lynn madison malcolm marc marcel marco marcus margaret maria marie "
    "mario marion marilyn mark marlon martha martin marvin mary mats matt matthew maurice max megan mehdi melanie melissa "
    "mia michael michel michelle miguel mike mikhail miles miranda mitchell mohamed mohammad mohammed molly monica monique "
    "morgan moses muhammad mustafa nadia nancy naomi natalie natasha nathan neil nicholas nick nicola nicole nigel nina "
    "noah noel nora norma norman oleg olga oliver olivia omar oscar owen pamela pat patricia patrick paul paula pauline "
    "pedro peggy penelope penny pete peter phil philip philippe phillip phyllis pierre rachel ralph randy raul ray raymond "
    "rebecca regina renate ricardo richard rick rita robert roberto robin rodney roger roland ron ronald rosa rose ross "
    "roy ruby russell ruth ryan sabrina sally sam samantha samuel sandra sara sarah scott sean serena sergei sergey "
    "seth shane shannon sharon shaun sheila shirley sidney simon sonia sophia sophie stacey stan stanley stefan stella "
    "stephanie stephen steve steven stewart stuart sue susan suzanne sylvia tamara tanya tara ted teresa terry thelma "
    "theresa thomas tiffany tim timothy tina todd tom tommy tony tracy travis trevor troy tyler valerie vanessa vera "
    "vernon veronica vicky victor victoria vincent viola virginia vivian vladimir wade wallace walter wanda warren wayne "
    "wendy wesley will william willie yasmin yolanda youssef yusuf yuri yvonne zachary zoe" },
  /* States, provinces and well-known towns of North America and elsewhere that share names with capitals. */
  { ENGLISH_REGION | ENGLISH_US_PLACE,
    "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa "
    "kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada "
    "ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming ontario quebec alberta "
    "manitoba saskatchewan calif tex fla ala ariz ark colo conn ill ind kan ky md mich minn miss mo neb nev okla ore pa "
    "tenn va wis wyo ga wash" },
  { ENGLISH_US_PLACE,
    "atlanta savannah augusta macon columbus cleveland cincinnati chicago detroit dallas houston austin denver "
    "seattle tacoma spokane olympia pullman portland boise phoenix miami orlando tampa jacksonville charleston charlotte "
    "nashville memphis birmingham montgomery boston philadelphia pittsburgh baltimore milwaukee minneapolis omaha tulsa "
    "albuquerque sacramento oakland manhattan brooklyn fulton dekalb gwinnett cobb marietta decatur stacey kemp" },
  /* Cues for the two Georgias. */
  { ENGLISH_STATE_CUE,
    "atlanta savannah augusta macon alabama florida tennessee carolina governor gov republican republicans democrat democrats democratic "
    "gop senate senator county runoff primary peach peaches fulton kemp raffensperger warnock ossoff midterm "
    "statehouse legislature sheriff peachtree bulldogs" },
  { ENGLISH_COUNTRY_CUE,
    "tbilisi caucasus caucasian batumi kutaisi abkhazia abkhaz ossetia ossetian armenia azerbaijan moldova ukraine russia "
    "russian turkey nato eu european kobakhidze zourabichvili zurabishvili garibashvili saakashvili kavelashvili moscow "
    "yerevan baku lari georgian soviet black" },
  { ENGLISH_DATELINE_LOCAL, "ap reuters afp upi" },
  /* Streets, waters and buildings. */
  { ENGLISH_PLACE_TAIL,
    "street road avenue boulevard lane square alley highway drive bridge river sea gulf bay delta basin strait straits "
    "channel canal lake ocean island peninsula mountains mountain hills valley desert falls reef trench current plateau "
    "hotel hall tower palace stadium arena cathedral station park gardens zoo museum theatre theater opera library "
    "airport hospital clinic mall building house bridge gate quarter county township province state district prefecture "
    "oblast parish borough heights beach creek springs" },
  /* The last word of what is named, not done, by a state: media, companies, schools, clubs, ships. */
  { ENGLISH_NAME_TAIL,
    "times post journal daily news herald tribune gazette observer mail telegraph guardian independent standard review "
    "broadcasting press tv radio magazine chronicle monitor insider today morning evening airlines airways air airline "
    "railways motors motor steel petroleum telecom telecommunications mobile energy electric inc corp corporation "
    "ltd limited plc llc company holdings holding group industries partners capital ventures university college institute "
    "school academy polytechnic conservatory philharmonic symphony orchestra ballet express cement insurance brewery "
    "breweries beer aramco evergrande unicom petrochemical pharma pharmaceuticals shipping lines foundation fc afc united "
    "rovers wanderers athletic capitals wizards commanders nationals mystics huskies redskins bulldogs racing "
    "trophy marathon grand prix film festival biennale fashion week" },
  { ENGLISH_CHURCH, "orthodox apostolic catholic church lutheran patriarchate coptic methodist baptist rite mass" },
  { ENGLISH_CLUB,
    "real dynamo dinamo ajax spartak lokomotiv cska partizan atletico inter olympique sporting racing zenit torpedo shakhtar "
    "maccabi hapoel rapid legia slavia sparta red galatasaray steaua besiktas zalgiris deportivo" },
  /* What stands before a state's name in the name of something else. */
  { ENGLISH_NAME_LEAD,
    "air radio team miss hotel cafe port fort mount lake river little new old upper lower inner outer greater saint san santa "
    "st electric voice ss mv hms uss rms camp cape mc mac" },
  { ENGLISH_TREATY,
    "treaty agreement agreements accord accords convention protocol protocols declaration process pact charter format "
    "consensus statute memorandum principles club rules communique" },
  { ENGLISH_DIRECTION,
    "north south east west northern southern eastern western central northeastern northwestern southeastern southwestern "
    "northeast northwest southeast southwest mainland downtown upper lower coastal rural "
    "neighbouring neighboring nearby landlocked far remote occupied metropolitan greater suburban" },
  /* Languages: what is said of them. */
  { ENGLISH_LANGUAGE_TAIL,
    "language languages word words phrase phrases dialect dialects speaker speakers translation translator translators "
    "translations interpreter alphabet grammar subtitles lessons lesson textbook textbooks dictionary accent proverb "
    "poem poetry literature idiom spelling script transliteration saying" },
  { ENGLISH_LANGUAGE_LEAD,
    "little speak speaks spoke spoken speaking fluent learn learns learned learning learnt study studies studied studying teach "
    "taught teaching written translated translate translates broken perfect flawless passable halting accented understands "
    "understand" },
  /* Demonyms that are the names of languages too. */
  { ENGLISH_TONGUE,
    "albanian arabic armenian azerbaijani azeri bengali bosnian bulgarian burmese chinese croatian czech danish dutch estonian "
    "finnish french georgian german greek hungarian icelandic indonesian irish italian japanese kazakh khmer korean kyrgyz "
    "lao latvian lithuanian macedonian malay maltese mongolian nepali norwegian pashto persian polish portuguese romanian "
    "russian serbian slovak slovenian slovene somali spanish swahili swedish tajik thai turkish turkmen ukrainian uzbek "
    "vietnamese malagasy samoan tongan swazi hebrew hindi" },
  { ENGLISH_PLACE_PREPOSITION,
    "in inside at near across throughout within outside around through beyond amid off" },
  { ENGLISH_PREPOSITION,
    "in inside at near across throughout within outside around through to from of by with against between for about over on "
    "towards toward among into onto regarding concerning than like unlike beyond despite without under via amid via and or" },
  { ENGLISH_ABOUT, "about regarding concerning than like unlike versus v vs over as" },
  /* Persons or their transport going somewhere. */
  { ENGLISH_MOVE,
    "visit visits visited visiting travel travels travelled traveled travelling traveling trip trips tour tours toured "
    "go goes went going gone fly flies flew flown flying come comes came coming return returns returned returning arrive "
    "arrives arrived arriving depart departs departed departing leave leaves left leaving head heads headed heading "
    "journey journeys journeyed move moves moved moving flight flights drive drove driving sail sailed sailing flee fled "
    "fleeing escape escaped cross crossed crossing enter entered entering evacuate evacuated deport deported deporting "
    "extradite extradited extradition relocate relocated bring brought transfer transferred back home invited emigrated "
    "emigrate moving post posted posting dispatched dispatch paid pay paying route way en stop stopover pilgrimage "
    "repatriated smuggled ferried flown drove marched marching deployed stationed based landed landing" },
  /* Goods, trade, aid and money. */
  { ENGLISH_GOODS | ENGLISH_TRADE,
    "export exports exported exporting import imports imported importing shipment shipments ship shipped shipping delivery "
    "deliveries deliver delivered sale sales supply supplies supplied supplying cargo cargoes trade tariff tariffs aid "
    "donation donations donated loan loans remittances investment investments fuel gas oil wheat grain corn barley rice "
    "maize soybean soybeans coffee cocoa tea sugar cotton steel aluminium aluminum copper coal iron ore gold diamonds "
    "uranium lithium electricity power crude pipeline pipelines" },
  { ENGLISH_GOODS,
    "goods product products produce origin equivalent cars car vehicles machinery textiles garments food foods fruit "
    "vegetables meat beef pork poultry fish seafood wine wines whiskey whisky beer cheese butter milk medicine medicines "
    "drug drugs vaccine vaccines arms weapons drones technology semiconductors chips software hardware "
    "timber flour flowers melons apricots tomatoes potatoes fertiliser fertilizer fertilisers fertilizers cement "
    "china porcelain carpets rugs tea bonds bond debt stocks shares market markets benchmark baseload yields rupee rupees "
    "rouble roubles ruble rubles naira peso pesos lira dollar dollars yen yuan won franc francs pound pounds rand krona "
    "crown crowns zloty forint dinar dinars shilling shillings dirham riyal currency equity equities eurobond eurobonds sovereigns bourse airline airlines "
    "shop shops brand brands recipe recipes restaurant restaurants" },
  /* Organs, officials and forces, and what they do. */
  { ENGLISH_ORGAN,
    "government governments administration cabinet president presidents presidency premier premiership prime minister ministers ministry "
    "ministries ministerial parliament parliamentary parliamentarians senate congress assembly legislature lawmaker "
    "lawmakers legislators deputies mp mps senator senators court courts judge judges prosecutor prosecutors police army "
    "military navy naval air force forces troops troop soldiers soldier guard guards guardsmen coastguard fighter fighters jets jet "
    "warplane warplanes warship warships aircraft carrier submarine submarines frigate destroyer missile missiles strike "
    "strikes airstrike airstrikes shelling bombardment attack attacks assault invasion offensive raid raids incursion "
    "launch test tests drone drones official officials officer officers authority authorities regime ruler rulers leader "
    "leaders leadership king queen emir sultan monarch crown prince chancellor chancellery taoiseach ambassador ambassadors "
    "embassy embassies envoy envoys consul consulate counsellor attache diplomat diplomats diplomacy diplomatic mission "
    "delegation delegations delegate delegates negotiator negotiators mediator mediators mediation side spokesman "
    "spokeswoman spokesperson spokespeople source sources representative representatives counterpart counterparts "
    "colleague colleagues commander commanders general generals admiral chief chiefs secretary state department treasury "
    "central bank customs commission commissioner commissioners committee council agency agencies authority "
    "intelligence spy spies security services proposal proposals initiative plan plans draft sanctions sanction "
    "veto vote votes decision decisions position stance refusal demand demands offer offers response reply reaction "
    "statement statements request requests call calls appeal threat threats ultimatum pledge pledges commitment "
    "contribution contributions troops peacekeepers peacekeeping contingent contingents presidency chairmanship chair "
    "policy policies strategy ban bans embargo blockade flag constitution law laws bill budget high commissioner "
    "commissioners governor nuclear programme program withdrawal participation membership bid application accession "
    "negotiation talks talk dialogue relations ties support backing interests interest sovereignty brothers friends partners allies "
    "ally coalition junta rulers executive federal national defence defense foreign interior finance economy "
    "statecraft chargé charge nuncio top senior hostages intervention operation operations "
    "involvement aggression occupation annexation mobilisation mobilization coup head heads hosts host" },
  /* Private people and firms. */
  { ENGLISH_PRIVATE,
    "citizen citizens national nationals people man men woman women child children girl girls boy boys student students "
    "tourist tourists visitor visitors traveller travellers pilgrim pilgrims farmer farmers fisherman fishermen worker "
    "workers migrant migrants refugee refugees trader traders businessman businessmen businesswoman company companies "
    "firm firms contractor contractors airline bank banks artist artists painter singer singers actor actress author "
    "writer writers poet novelist journalist journalists reporter reporters blogger hydrologist scientist scientists "
    "researcher researchers professor academic academics economist economists analyst analysts historian historians "
    "expert experts doctor doctors nurse nurses engineer engineers driver drivers sailor sailors crew family families "
    "victim victims hostage passenger passengers resident residents community communities diaspora expatriate expatriates "
    "activist activists dissident dissidents opposition protester protesters player players striker strikers substitute "
    "goalkeeper midfielder defender winger coach fans fan supporters supporter champion champions swimmer runner "
    "cyclist skier boxer wrestler athlete athletes club clubs league driver billionaire oligarch oligarchs tycoon "
    "entrepreneur entrepreneurs investor investors importer importers exporter exporters consumer consumers customers "
    "hotels tourism film films movie movies director music musician musicians composer dancer chef cuisine dish dishes "
    "team teams squad rugby newspaper newspapers media radio television broadcaster tabloid website magazine charity charities university "
    "universities school schools church clergy" },
  /* Places in a state: with one of these the state is where something is. */
  { ENGLISH_PLACE_NOUN,
    "capital city cities town towns village villages port ports soil territory territories border frontier waters airspace "
    "coast coastline shore shores province region regions district island islands countryside resort airport airports "
    "airfield airbase base bases camp camps prison prisons jail hospital hospitals university streets "
    "street square suburb suburbs outskirts peninsula highlands mountains desert enclave exclave "
    "headquarters palace part parts areas area north south east west northeast northwest southeast southwest half "
    "interior hinterland heartland" },
  /* Where a state is a topic, not a doer. */
  { ENGLISH_TOPIC,
    "economy economic gdp growth inflation unemployment population census exports imports output production harvest "
    "industry industries sector market markets currency debt bond bonds history culture cultural tradition traditions literature "
    "climate weather geography border borders frontier independence language society identity tourism football "
    "soccer rugby cricket cuisine war wars conflict crisis jurisdiction future past name anthem "
    "equivalent origin share shares stock index reserves oilfields heritage art architecture winter summer election "
    "elections wealth poverty railways roads infrastructure electricity grid rivers forests coastline" },
  /* Sport: its states are teams. */
  { ENGLISH_SPORT,
    "striker goalkeeper midfielder defender scored scorer goal goals halftime penalty penalties coach match "
    "tournament qualifier qualifiers quarterfinal semifinal final cup championship championships "
    "medal medals olympic olympics paralympic friendly league fixture substitute header wicket wickets "
    "innings batsman bowler try tries scrum medallist relay sprinter grandslam uefa fifa bookmakers" },
  { ENGLISH_EVENT,
    "conference summit talks meeting meetings round forum congress marathon olympics games expo fair festival gathering "
    "session assembly negotiations protests protest rally trip visit tour" },
  { ENGLISH_UNION,
    "eu union european bloc commission commissioner eurozone euro euros parliament 27 members" },
  { ENGLISH_GIVE,
    "told tell tells said handed lend lends lending lent hand handing over gave given give gives offered offer deliver delivered conveyed communicated sent appeal "
    "appealed apologise apologised apologized apologize message letter warning ultimatum note answer respond reply spoke speak "
    "talk talked spoken belong belongs belonged attributed grateful thanks thankful loyal close according due assurances "
    "guarantees support assistance commitment committed access recommend recommended proposed proposal listen bow "
    "opposed hostile linked allied addressed concessions pressure attached" },
  { ENGLISH_TARGET,
    "sanctions sanction embargo pressure attack attacks assault war strike strikes tariffs ban restrictions blockade "
    "invasion raid offensive accusations threat threats complaint case lawsuit" },
  { ENGLISH_STATE_NOUN,
    "observer observers efforts effort concerns concern views wish wishes intention readiness representative representatives government governments delegate delegates delegation delegations president presidents "
    "minister ministers ministry parliament army military forces troops ambassador ambassadors envoy envoys leader leaders "
    "leadership authorities officials official diplomats diplomat negotiators negotiator king queen sultan emir people "
    "chancellor chiefs head heads republic mediators mediation part behalf request part consent side invasion occupation "
    "permission support help approval initiative recognition participation involvement embassy embassies member members "
    "bank guarantor guarantors contingents peacekeepers side sides soldiers counterparts colleagues foreign" },
  { ENGLISH_MODIFIER, "new key major leading top senior the both also late" },
  { ENGLISH_BIRD,
    "thanksgiving poultry bird birds flock flocks breast breasts roast roasted stuffing drumstick drumsticks gravy oven ovens "
    "hens hen chicken chickens gobbler gobblers leftovers sandwich sandwiches " },
  /* Realms and epochs whose states are no longer. */
  { ENGLISH_PAST_REALM, "soviet nazi imperial tsarist czarist ottoman weimar vichy fascist prussian ancient medieval roman byzantine" },
  { ENGLISH_ETHNIC, "ethnic" },
  /* Names of states and capitals that people, animals or other places bear as well. */
  { ENGLISH_SHARED_NAME,
    "chad jordan georgia israel india paris ireland holland kenya cuba malta cyprus china london lima sofia victoria vienna "
    "rome santiago kingston georgetown dakar monaco norway france brazil germany jamaica trinidad chile mali turkey male "
    "wellington washington moscow athens cairo havana lebanon peru mexico panama berlin dublin madrid lisbon warsaw "
    "dominica nassau hamilton stanley sucre praia bern geneva bridgetown kingstown roseau castries english french" },
  /* Surnames of office holders that many others bear: they need a title or the full name. */
  { ENGLISH_COMMON_SURNAME,
    "li wang zhang chen lee kim park han ma wong lam johnson brown davis smith may wilson clark harris jones taylor white martin "
    "cameron hughes mitchell marshall stone young howard baker carter bush ford hall scott green adams browne ali khan singh ahmed "
    "hassan hussein mohamed mohammed ibrahim abdullah ahmad rahman charles francis philip frederick felipe albert henri dan dar "
    "rao silva costa santos lopez garcia gonzalez martinez perez rodriguez hernandez sanchez fernandez torres ramirez morales castro "
    "paz mora pena lopes neves sall bio barrow george peters turner price cook robinson king phillips morgan anthony rose alexander "
    "michel thomas simon stocker abe suga tanaka prince leo benedict john paul jean william edward cook marin store orban tong "
    "david daniel diaz ortega moro sosa jama to lam son trong dion joly carney hunt cooper straw hague major blair truss lammy "
    "cleverly kerry clinton rubio kern kurz conte letta renzi draghi fico golob faye saied talon doe weah wade keita conde toure "
    "diallo traore ba sy fall dia ouattara deby biya bongo nguema obiang " },
  { 0, NULL },
};

const ChanceryEnglishForm chancery_english_combining[] = {
  { "Sino", "CN" },
  { "Franco", "FR" },
  { "Russo", "RU" },
  { "Anglo", "GB" },
  { "Indo", "IN" },
  { "Italo", "IT" },
  { "Greco", "GR" },
  { "Austro", "AT" },
  { "Luso", "PT" },
  { "Turco", "TR" },
  { "Hispano", "ES" },
  { "Americano", "US" },
  { "Polono", "PL" },
  { NULL, NULL },
};

/**
 * chancery_english_dup_plural:
 * @demonym: a demonym, as the adjective or the noun
 *
 * Returns: (transfer full) (nullable): its regular plural (“Tuvaluans”), or
 *   %NULL if it is the same in the plural (“Chinese”) or has none (“French”)
 */
char *
chancery_english_dup_plural (const char *demonym)
{
  static const char *const unchanged[] = { "s", "sh", "ch", "ese", "men", "x", "z", "-Vanuatu", "ois" };

  /* The one whose end sounds hard. */
  if (g_str_equal (demonym, "Czech"))
    return g_strdup ("Czechs");

  for (guint i = 0; i < G_N_ELEMENTS (unchanged); i++)
    {
      if (g_str_has_suffix (demonym, unchanged[i]))
        return NULL;
    }

  if (g_str_has_suffix (demonym, "man") && !g_str_equal (demonym, "German"))
    return g_strdup_printf ("%.*smen", (int) strlen (demonym) - 3, demonym);

  return g_strconcat (demonym, "s", NULL);
}

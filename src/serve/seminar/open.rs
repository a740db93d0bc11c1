//! A class is opened, or goes on where its log ends.

use super::event::Event;
use super::gate::Gate;
use super::hall::Hall;
use super::room::Room;
use super::setup::{Setup, Wish};
use super::{Keeper, log, server, teacher};
use loyalsim::design::{Design, Saying};
use loyalsim::words::Language;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use tokio::net::TcpListener;

/// How a class is opened.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The scenario's name and text.
    pub scenario: (String, String),
    /// Levers and budget of a new class.
    pub wish: Wish,
    /// The lines of its log; none of a new class.
    pub lines: Vec<String>,
    /// Whether the network may come in.
    pub network: bool,
    /// The port asked for; `None` for that of the log, or any.
    pub port: Option<u16>,
    /// The language it is opened in.
    pub language: Language,
}

/// Why a class cannot be held.
#[derive(Debug)]
pub enum Fault {
    /// Something is wrong with what the teacher gave.
    Given(Saying),
    /// The system refuses.
    System(std::io::Error),
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        Self::System(error)
    }
}

/// Holds a class until the process ends.
///
/// # Errors
/// If it cannot be opened.
pub fn hold(opening: &Opening, mut keeper: impl Keeper) -> Result<(), Fault> {
    let known = match opening.lines.is_empty() {
        true => None,
        false => Some(log::read(&opening.lines).map_err(Fault::Given)?),
    };
    if known.as_ref().is_some_and(|room| room.setup.text != opening.scenario.1) {
        return Err(Fault::Given(Saying::new("seminar-other-scenario")));
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = listen(opening, known.as_ref()).await?;
        let port = listener.local_addr()?.port();
        let room = match known {
            Some(room) => room,
            None => begin(opening, port, &mut keeper)?,
        };
        let network = if opening.network { own_addresses()? } else { Vec::new() };
        let shown =
            if network.is_empty() { vec![IpAddr::from(Ipv4Addr::LOCALHOST)] } else { network.clone() };
        let students: Vec<String> = shown.iter().map(|ip| format!("http://{ip}:{port}/")).collect();
        let setup = room.setup.clone();
        keeper.show(&format!("http://127.0.0.1:{port}/{}/", setup.token), &students, &setup.code);
        let hall = Arc::new(Hall::new(room, Box::new(keeper), opening.language, students)?);
        // a simulation that was interrupted is done again
        teacher::simulate(&hall, opening.language);
        server::serve(listener, Gate::new(&setup.token, port, &network), hall).await;
        Ok(())
    })
}

/// Opens the port; a class that goes on is found where it was.
async fn listen(opening: &Opening, known: Option<&Room>) -> Result<TcpListener, Fault> {
    let port = opening.port.or(known.map(|room| room.setup.port)).unwrap_or(0);
    let address = if opening.network { Ipv4Addr::UNSPECIFIED } else { Ipv4Addr::LOCALHOST };
    TcpListener::bind((address, port)).await.map_err(|why| match why.kind() {
        std::io::ErrorKind::AddrInUse => {
            Fault::Given(Saying::new("seminar-port-taken").with("port", port.to_string()))
        }
        _ => Fault::System(why),
    })
}

/// The first line of the log.
fn begin(opening: &Opening, port: u16, keeper: &mut impl Keeper) -> Result<Room, Fault> {
    let (name, text) = &opening.scenario;
    // whoever opens the class has read the scenario, and told what is wrong with it
    let design =
        Design::parse(text).map_err(|problems| Fault::System(std::io::Error::other(problems.to_string())))?;
    let setup = Setup::new(name, text, &design, &opening.wish, port).map_err(Fault::Given)?;
    let unkept = |why: String| Fault::System(std::io::Error::other(why));
    let line = log::line(&Event::Opened(Box::new(setup.clone()))).map_err(unkept)?;
    keeper.keep(&line).map_err(unkept)?;
    Ok(Room::new(setup))
}

/// The addresses by which a network may know this machine.
fn own_addresses() -> std::io::Result<Vec<IpAddr>> {
    let all = if_addrs::get_if_addrs()?;
    let four = all.into_iter().map(|found| found.ip()).filter(|ip| ip.is_ipv4() && !ip.is_loopback());
    let mut found: Vec<IpAddr> = four.collect();
    // those of home and school networks first
    let private = |ip: &IpAddr| matches!(ip, IpAddr::V4(ip) if ip.is_private());
    found.sort_by_key(|ip| !private(ip));
    found.dedup();
    Ok(found)
}
